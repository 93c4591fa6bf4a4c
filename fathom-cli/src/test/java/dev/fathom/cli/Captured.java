package dev.fathom.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a command printed and how it ended.
///
/// @param code the exit code
/// @param out standard output
/// @param err standard error
record Captured(int code, String out, String err) {

    /// Runs `fathom` with these arguments in this process.
    static Captured fathom(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[args.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = String.valueOf(args[i]);
        }
        int code = Fathom.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Captured(code, out.toString(), err.toString());
    }

    /// Standard output as one JSON document.
    Object json() {
        return JsonMapper.shared().readValue(out, Object.class);
    }

    /// Standard output as one JSON object.
    Map<?, ?> object() {
        return (Map<?, ?>) json();
    }
}
