package dev.fathom.cli.objective;

import dev.fathom.Evaluator;
import dev.fathom.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Evaluates settings by a [BlackBox].
///
/// @param session asks it
/// @param blocks where points are gathered, null if each is evaluated alone
/// @param texts the coordinates of a setting as the black box reads them
/// @param known answers that are known without asking
/// @param answers where the words of an answer are left, by the number of the trial
record BlackBoxEvaluator(
        BlackBox.Session session,
        @Nullable Blocks blocks,
        Function<Map<String, Object>, List<String>> texts,
        Function<Map<String, Object>, Optional<List<String>>> known,
        ConcurrentMap<Long, List<String>> answers)
        implements Evaluator<Map<String, Object>> {

    @Override
    public Outcome evaluate(long id, Map<String, Object> value) throws IOException, InterruptedException {
        Optional<List<String>> words = known.apply(value);
        Answer answer = words.isPresent() ? Answer.of(words.get(), session.box().outputs()) : ask(texts.apply(value));
        answers.put(id, answer.words());
        return answer.outcome();
    }

    @Override
    public Outcome evaluate(Map<String, Object> value) throws IOException, InterruptedException {
        return ask(texts.apply(value)).outcome();
    }

    private Answer ask(List<String> point) throws IOException, InterruptedException {
        return blocks == null ? session.ask(List.of(point)).getFirst() : blocks.ask(point, session);
    }

    @Override
    public void close() {
        session.close();
    }
}
