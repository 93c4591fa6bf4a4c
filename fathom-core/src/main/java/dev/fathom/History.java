package dev.fathom;

import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Remembers how the best loss of a run got better: after evaluation 1, 1 + k, 1 + 2k, … and the last one.
///
/// ```java
/// History history = History.every(10);
/// study.observe(history).run();
/// history.points().forEach(IO::println);
/// ```
///
/// Failed evaluations count; of results with constraints only feasible ones can be best. A continued run begins with
/// the number of the evaluation where it goes on, and knows nothing of those before.
public final class History implements Observer {

    private final int step;
    private final Direction direction;
    private final List<Point> points = new ArrayList<>();
    private long evaluations;
    private double best = Double.NaN;

    private History(int step, Direction direction) {
        if (step < 1) {
            throw new IllegalArgumentException(
                    "a history of every " + step + " evaluations is not possible. Maybe 1, for all of them?");
        }
        this.step = step;
        this.direction = direction;
    }

    /// What was best after so many evaluations.
    ///
    /// @param evaluation number of the evaluation, from 1
    /// @param best the best first loss up to it in the user's sense, NaN before the first feasible result
    public record Point(long evaluation, double best) {}

    /// Of a loss that is minimized.
    ///
    /// @param step k ≥ 1
    public static History every(int step) {
        return new History(step, Direction.MINIMIZE);
    }

    /// Of a value that is minimized or maximized.
    ///
    /// @param step k ≥ 1
    public static History every(int step, Direction direction) {
        return new History(step, direction);
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Started started) {
            points.clear();
            evaluations = started.replayed();
            best = Double.NaN;
        } else if (event instanceof Event.Told told) {
            learn(told.outcome());
            evaluations++;
            if ((evaluations - 1) % step == 0) {
                points.add(new Point(evaluations, best));
            }
        }
    }

    private void learn(Outcome outcome) {
        if (outcome instanceof Outcome.Values values
                && Arrays.stream(values.constraints()).allMatch(g -> g <= 0)) {
            double value = values.losses()[0];
            boolean keep = direction == Direction.MINIMIZE ? best <= value : best >= value;
            best = keep ? best : value;
        }
    }

    /// The points so far, the last evaluation among them.
    public List<Point> points() {
        List<Point> all = new ArrayList<>(points);
        if (evaluations > 0 && (all.isEmpty() || all.getLast().evaluation() < evaluations)) {
            all.add(new Point(evaluations, best));
        }
        return List.copyOf(all);
    }
}
