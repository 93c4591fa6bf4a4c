package dev.fathom.cli.objective;

import dev.fathom.Evaluator;
import dev.fathom.Objective;
import dev.fathom.Outcome;
import dev.fathom.cli.study.BadInput;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Makes objectives of Java classes: one object per worker.
final class JavaObjective {

    private JavaObjective() {}

    /// A factory for a class with a public constructor without arguments that implements
    /// `Objective<Map<String, Object>>` or `ToDoubleFunction<Map<String, Object>>`.
    ///
    /// @throws BadInput if there is no such class, or it cannot be made
    static Evaluator.Factory<Map<String, Object>> of(String where, String name, List<Path> classpath) {
        Class<?> type = load(where, name, classpath);
        boolean fits = Objective.class.isAssignableFrom(type) || ToDoubleFunction.class.isAssignableFrom(type);
        if (!fits) {
            throw new BadInput(where + ": " + name + " implements neither Objective<Map<String, Object>> nor "
                    + "ToDoubleFunction<Map<String, Object>>. Maybe add one of them?");
        }
        Constructor<?> constructor = constructor(where, type);
        return () -> evaluator(constructor.newInstance());
    }

    private static Constructor<?> constructor(String where, Class<?> type) {
        try {
            return type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new BadInput(
                    where + ": " + type.getName() + " has no public constructor without arguments. Maybe add one?");
        }
    }

    private static Class<?> load(String where, String name, List<Path> classpath) {
        for (Path path : classpath) {
            if (!Files.exists(path)) {
                throw new BadInput(where + ": there is no " + path + " for the class path. Maybe it is not built yet?");
            }
        }
        URL[] urls = classpath.stream().map(JavaObjective::url).toArray(URL[]::new);
        // Open as long as objects of the class live, which is until the end of the process.
        @SuppressWarnings("resource")
        URLClassLoader loader = new URLClassLoader(urls, JavaObjective.class.getClassLoader());
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new BadInput(
                    where + ": there is no class '" + name + "' on the class path. Maybe add its jar or folder "
                            + "by --classpath, or by classpath: beside class:?");
        } catch (LinkageError e) {
            throw new BadInput(where + ": the class '" + name + "' cannot be loaded: " + e
                    + ". Maybe a jar is missing, or it needs a newer Java?");
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new BadInput("'" + path + "' is no place for classes: " + e.getMessage() + ". Maybe rename it?");
        }
    }

    @SuppressWarnings("unchecked") // the type parameters are not known at run time
    private static Evaluator<Map<String, Object>> evaluator(Object object) {
        return switch (object) {
            case Evaluator<?> evaluator -> (Evaluator<Map<String, Object>>) evaluator;
            case Objective<?> objective -> ((Objective<Map<String, Object>>) objective)::evaluate;
            default -> {
                ToDoubleFunction<Map<String, Object>> loss = (ToDoubleFunction<Map<String, Object>>) object;
                yield value -> Outcome.of(loss.applyAsDouble(value));
            }
        };
    }
}
