package dev.fathom.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which run of an experiment: it alone, with the experiment's seed, decides everything that happens in the run.
///
/// As text: `CMA/bbob:f8:i3:d10/1000/0`.
///
/// @param optimizer the contestant's name
/// @param problem the problem's full name
/// @param budget evaluations allowed, at least 1
/// @param repetition from 0
public record Key(String optimizer, String problem, long budget, int repetition) {

    private static final Pattern TEXT =
            Pattern.compile("(?<optimizer>[^/]+)/(?<problem>[^/]+)/(?<budget>\\d{1,18})/(?<repetition>\\d{1,9})");

    /// Reads what [#toString] writes.
    ///
    /// @throws IllegalArgumentException if it is no key
    public static Key parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' names no run. Maybe OPTIMIZER/PROBLEM/EVALUATIONS/REPETITION, such as CMA/bbob:f8:i3:d10/1000/0?");
        }
        return new Key(
                matcher.group("optimizer"),
                matcher.group("problem"),
                Long.parseLong(matcher.group("budget")),
                Integer.parseInt(matcher.group("repetition")));
    }

    @Override
    public String toString() {
        return optimizer + "/" + problem + "/" + budget + "/" + repetition;
    }
}
