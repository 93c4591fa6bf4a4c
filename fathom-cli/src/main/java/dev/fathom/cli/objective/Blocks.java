package dev.fathom.cli.objective;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Gathers the points of several workers to blocks that a black box evaluates at once. The first worker of a block
/// waits
/// a moment for others, then asks for all of them.
final class Blocks {

    /// How long a block waits for the next point: much longer than handing out a point takes, much shorter than
    /// starting
    /// a program.
    private static final long PATIENCE_MS = 10;

    private final int most;
    private Block open = new Block();

    /// @param most points of a block
    Blocks(int most) {
        this.most = most;
        open.isClosed = true;
    }

    private record Request(List<String> point, CompletableFuture<Answer> answer) {}

    /// What is gathered; changed only by a thread that holds the lock of the outer object.
    private static final class Block {
        private final List<Request> requests = new ArrayList<>();
        private boolean isClosed;
    }

    /// The answer for a point.
    ///
    /// @param box asked if this worker is the first of its block
    Answer ask(List<String> point, BlackBox.Session box) throws IOException, InterruptedException {
        Request own = new Request(point, new CompletableFuture<>());
        Entered entered = enter(own);
        if (entered.isFirst) {
            gather(entered.block);
            evaluate(entered.block.requests, box);
        }
        try {
            return own.answer.get();
        } catch (CancellationException e) {
            throw (InterruptedException) new InterruptedException("the block was given up").initCause(e);
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    private record Entered(Block block, boolean isFirst) {}

    private synchronized Entered enter(Request request) {
        if (open.isClosed) {
            open = new Block();
        }
        open.requests.add(request);
        open.isClosed = open.requests.size() >= most;
        notifyAll();
        return new Entered(open, open.requests.size() == 1);
    }

    private synchronized void gather(Block block) throws InterruptedException {
        try {
            int size = 0;
            while (size < block.requests.size() && !block.isClosed) {
                size = block.requests.size();
                wait(PATIENCE_MS);
            }
        } catch (InterruptedException e) {
            block.requests.forEach(request -> request.answer.cancel(false));
            throw e;
        } finally {
            block.isClosed = true;
        }
    }

    private static void evaluate(List<Request> block, BlackBox.Session box) throws IOException, InterruptedException {
        try {
            List<Answer> answers = box.ask(block.stream().map(Request::point).toList());
            for (int i = 0; i < block.size(); i++) {
                block.get(i).answer.complete(answers.get(i));
            }
        } catch (IOException e) {
            block.forEach(request -> request.answer.completeExceptionally(e));
            throw e;
        } finally {
            block.forEach(request -> request.answer.cancel(false)); // those without an answer
        }
    }
}
