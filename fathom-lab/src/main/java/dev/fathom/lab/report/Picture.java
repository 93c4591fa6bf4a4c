package dev.fathom.lab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// A drawing: marks, the later over the earlier ones, on white.
///
/// @param width in pixels at scale 1
/// @param height in pixels at scale 1
/// @param marks what is drawn
public record Picture(int width, int height, List<Mark> marks) {

    /// Pixels of a PNG file for each pixel at scale 1.
    private static final int SCALE = 2;

    /// Copies the list.
    public Picture {
        marks = List.copyOf(marks);
    }

    /// The picture as an `svg` element, that a page can hold and a file too.
    public String svg() {
        return Svg.of(this);
    }

    /// The picture as the bytes of a PNG image.
    ///
    /// @param scale pixels for each pixel at scale 1, in (0, ∞)
    /// @throws RuntimeException or an error, as Java does where there are no fonts
    public byte[] png(double scale) {
        return Raster.png(this, scale);
    }

    /// Writes `stem.svg` into a directory, and `stem.png` (at scale 2) if this machine can draw text.
    ///
    /// @return whether both are written; without fonts, or without the part of Java that draws, only the first is
    /// @throws IOException if a file cannot be written
    public boolean write(Path directory, String stem) throws IOException {
        return write(directory, stem, picture -> picture.png(SCALE));
    }

    /// The same with another way to draw.
    boolean write(Path directory, String stem, Function<Picture, byte[]> drawing) throws IOException {
        Files.writeString(directory.resolve(stem + ".svg"), svg() + "\n");
        byte[] image;
        try {
            image = drawing.apply(this);
        } catch (RuntimeException | InternalError | LinkageError e) { // as Java reports missing fonts and libraries
            return false;
        }
        Files.write(directory.resolve(stem + ".png"), image);
        return true;
    }
}
