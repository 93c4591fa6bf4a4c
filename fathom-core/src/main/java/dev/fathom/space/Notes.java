package dev.fathom.space;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The annotations of a record component, and the space that they describe.
record Notes(AnnotatedElement element) {

    /// The space of a component that is not made of others, null for other types.
    @Nullable
    Space<?> leaf(Class<?> type) {
        if (type == double.class || type == Double.class) {
            allow(type, Between.class, Log.class, Init.class);
            return real();
        }
        if (type == int.class || type == Integer.class) {
            allow(type, Between.class, Log.class, Init.class);
            return whole(type);
        }
        if (type == long.class || type == Long.class) {
            allow(type, Between.class, Log.class, Init.class);
            return whole(type).map(Integer::longValue, Math::toIntExact);
        }
        if (type == boolean.class || type == Boolean.class) {
            allow(type, Init.class);
            return started(Space.bool());
        }
        if (type == String.class) {
            return text();
        }
        if (type == double[].class) {
            allow(type, Between.class, Log.class, Init.class, Size.class);
            return array();
        }
        return null;
    }

    /// A choice of the constants of an enum.
    Space<?> constants(Class<?> type) {
        allow(type, Ordered.class, Init.class);
        return options(List.of(type.getEnumConstants()));
    }

    /// @throws IllegalArgumentException without `@Size`
    int size() {
        Size size = element.getAnnotation(Size.class);
        if (size == null) {
            throw new Complaint("the number of elements is missing. Maybe @Size(10)?");
        }
        return size.value();
    }

    /// @throws IllegalArgumentException if another annotation of a space is present
    void allow(Class<?> type, Class<?>... allowed) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<?> note = annotation.annotationType();
            if (note.getPackage() == Notes.class.getPackage()
                    && !List.of(allowed).contains(note)) {
                throw new Complaint("@" + note.getSimpleName() + " does not suit " + type.getSimpleName()
                        + ". Maybe remove it, or one of "
                        + Arrays.stream(allowed)
                                .map(a -> "@" + a.getSimpleName())
                                .toList() + "?");
            }
        }
    }

    private Space<?> text() {
        allow(String.class, Options.class, Ordered.class, Init.class);
        Options options = element.getAnnotation(Options.class);
        if (options == null) {
            throw new Complaint("a String says nothing about what to search. Maybe @Options({\"a\", \"b\"})?");
        }
        return options(List.of(options.value()));
    }

    private <T> Choice<T> options(List<T> values) {
        return started(Choice.of(values, element.isAnnotationPresent(Ordered.class)));
    }

    private Space<?> array() {
        int[] shape = {size()};
        Scalar number = real();
        return Reals.of(shape, number);
    }

    private Scalar real() {
        Between between = element.getAnnotation(Between.class);
        Log log = element.getAnnotation(Log.class);
        checkOne(between, log);
        double init = init();
        if (log != null) {
            LogReal space = Space.log(log.low(), log.high());
            return Double.isNaN(init) ? space : space.init(init);
        }
        Real space = between == null ? Space.real() : Space.real(between.low(), between.high());
        return Double.isNaN(init) ? space : space.init(init);
    }

    private Whole whole(Class<?> type) {
        Between between = element.getAnnotation(Between.class);
        Log log = element.getAnnotation(Log.class);
        checkOne(between, log);
        if (between == null && log == null) {
            throw new Complaint(
                    "the bounds of an " + type.getSimpleName() + " are missing. Maybe @Between(low = 1, high = 10)?");
        }
        Whole space = between != null ? bounded(between.low(), between.high()) : logarithmic(log);
        double init = init();
        return Double.isNaN(init) ? space : space.init(Json.whole(init));
    }

    private static Whole logarithmic(@Nullable Log log) {
        Objects.requireNonNull(log);
        return bounded(log.low(), log.high()).log();
    }

    private static Whole bounded(double low, double high) {
        return Space.integer(Json.whole(low), Json.whole(high));
    }

    private static void checkOne(@Nullable Between between, @Nullable Log log) {
        if (between != null && log != null) {
            throw new Complaint("there are both @Between and @Log. Maybe remove one?");
        }
    }

    private double init() {
        Init init = element.getAnnotation(Init.class);
        if (init == null) {
            return Double.NaN;
        }
        if (Double.isNaN(init.value())) {
            throw new Complaint("@Init of a number has no number. Maybe @Init(0.5)?");
        }
        return init.value();
    }

    private <T> Choice<T> started(Choice<T> choice) {
        Init init = element.getAnnotation(Init.class);
        return init == null ? choice : choice.init(named(choice, init.option()));
    }

    /// The option that is written so.
    private static <T> T named(Choice<T> choice, String option) {
        return choice.values().stream()
                .filter(value -> Json.label(value).toString().equals(option))
                .findFirst()
                .orElseThrow(() -> new Complaint("@Init(option = \"" + option + "\") is none of " + choice.values()
                        + ". Maybe it is misspelled?"));
    }
}
