package dev.fathom.torch.internal.shim;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an operator takes at one place.
///
/// @param kind `T` a tensor, `i` a whole number, `b` a truth value, `d` a type
/// @param optional whether it may be missing
record Parameter(char kind, boolean optional) {

    private static final Pattern ONE = Pattern.compile("([Tibd])(\\??)");

    /// Such as `TiT?`.
    static List<Parameter> parse(String parameters) {
        return ONE.matcher(parameters).results().map(Parameter::of).toList();
    }

    boolean takes(@Nullable Object argument) {
        return switch (argument) {
            case null -> optional;
            case Native tensor -> kind == 'T' && !tensor.isFreed();
            case Long number -> kind == 'i';
            case Integer number -> kind == 'i';
            case Boolean flag -> kind == 'b';
            case Dtype dtype -> kind == 'd';
            default -> false;
        };
    }

    private static Parameter of(MatchResult match) {
        return new Parameter(match.group(1).charAt(0), !match.group(2).isEmpty());
    }
}
