package dev.fathom.torch.internal.shim;

import dev.fathom.torch.TorchMissingException;
import dev.fathom.torch.internal.find.Library;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The functions of an opened library, by name.
///
/// The parts are opened by absolute path, what others need first; those for CUDA only where they lie. They stay open as
/// long as the process lives: libtorch does not survive being closed.
///
/// @param library where it lies
/// @param parts the opened parts
public record Symbols(Library library, List<SymbolLookup> parts) {

    private static final List<String> NEEDED = List.of("c10", "torch_cpu");
    private static final List<String> CUDA = List.of("c10_cuda", "torch_cuda");

    /// @throws TorchMissingException if the library cannot be loaded
    public static Symbols open(Library library) {
        boolean cuda = CUDA.stream().allMatch(library::has);
        Stream<String> names = cuda ? Stream.concat(NEEDED.stream(), CUDA.stream()) : NEEDED.stream();
        return new Symbols(library, names.map(name -> open(library, name)).toList());
    }

    public Optional<MemorySegment> find(String name) {
        return parts.stream().flatMap(part -> part.find(name).stream()).findFirst();
    }

    /// @throws TorchMissingException if no part exports it
    public MemorySegment need(String name) {
        return find(name)
                .orElseThrow(() -> new TorchMissingException(library + " does not export " + name
                        + ". Maybe it is older than 2.7, or newer than this Fathom knows?"));
    }

    /// Whether the parts for CUDA lie beside the others.
    public boolean hasCudaParts() {
        return parts.size() > NEEDED.size();
    }

    private static SymbolLookup open(Library library, String name) {
        Path part = library.part(name);
        try {
            return SymbolLookup.libraryLookup(part, Arena.global());
        } catch (IllegalArgumentException e) {
            String reason = LoadFailure.reason(part).orElse(e.getMessage());
            throw new TorchMissingException(
                    library + " cannot be loaded: " + reason
                            + ". Maybe a library that it needs is missing, or it was made for another system?",
                    e);
        }
    }
}
