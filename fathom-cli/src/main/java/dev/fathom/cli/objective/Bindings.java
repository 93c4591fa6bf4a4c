package dev.fathom.cli.objective;

import dev.fathom.cli.study.ParameterNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// One setting in the forms in which programs take it.
///
/// @param json the parameters as JSON-ready data
/// @param texts every parameter as text, under its dotted path; elements of lists as `name[0]`
record Bindings(Map<?, ?> json, Map<String, String> texts) {

    /// Names that mean something to every program; parameters do not replace them in the environment.
    private static final Set<String> RESERVED = Set.of(
            "PATH",
            "HOME",
            "PWD",
            "USER",
            "SHELL",
            "IFS",
            "LANG",
            "LC_ALL",
            "TERM",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "LD_PRELOAD");

    private static final JsonMapper JSON = JsonMapper.shared();

    static Bindings of(Map<?, ?> json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.forEach((name, value) -> collect(String.valueOf(name), value, texts));
        return new Bindings(json, texts);
    }

    private static void collect(String path, Object value, Map<String, String> texts) {
        switch (value) {
            case Map<?, ?> map -> {
                texts.put(path, write(map));
                map.forEach((name, inner) -> collect(path + "." + name, inner, texts));
            }
            case List<?> list -> {
                texts.put(path, write(list));
                for (int i = 0; i < list.size(); i++) {
                    collect(path + "[" + i + "]", list.get(i), texts);
                }
            }
            default -> texts.put(path, String.valueOf(value));
        }
    }

    /// Any data as one line of JSON.
    static String write(Object data) {
        return JSON.writeValueAsString(data);
    }

    /// Puts every parameter into an environment, under its own name and as `FATHOM_NAME`. Characters that names of
    /// variables cannot have become `_`.
    /// Of parameters with the same variable, the first has it.
    void addTo(Map<String, String> environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        texts.forEach((path, text) -> {
            if (path.indexOf('[') >= 0) {
                return;
            }
            String name = variable(path);
            if (!RESERVED.contains(name)) {
                variables.putIfAbsent(name, text);
            }
            variables.putIfAbsent(prefixed(path), text);
        });
        environment.putAll(variables);
    }

    private static String variable(String path) {
        return path.replaceAll("[^A-Za-z0-9_]", "_");
    }

    private static String prefixed(String path) {
        return "FATHOM_" + variable(path).toUpperCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if two parameters would have the same variable of the environment
    static void checkVariables(ParameterNames names) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (String path : names.paths()) {
            String owner = owners.putIfAbsent(prefixed(path), path);
            if (owner != null) {
                throw new IllegalArgumentException("the parameters '" + owner + "' and '" + path
                        + "' would both be the environment variable " + prefixed(path) + ". Maybe rename one of them?");
            }
        }
    }
}
