package dev.fathom.torch.internal.find;

import dev.fathom.torch.TorchMissingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// A jar of `ai.djl.pytorch:pytorch-native-…` on the class path, unpacked once into a cache.
///
/// Its file `native/lib/pytorch.properties` names version, flavor, classifier and libraries; these lie in
/// `pytorch/FLAVOR/CLASSIFIER/`. A file of the cache is taken as it is when its size is right; each is written under
/// another name first, so that processes that start together do not see half a file.
///
/// @param loader where the jar is looked for
/// @param cache the folder below which it is unpacked
record NativeJar(ClassLoader loader, Path cache) {

    private static final String PROPERTIES = "native/lib/pytorch.properties";

    Optional<Library> find() {
        try {
            for (URL url : Collections.list(loader.getResources(PROPERTIES))) {
                Properties properties = read(url);
                if (Platform.NAME.equals(properties.getProperty("classifier"))) {
                    return Optional.of(unpack(properties));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new TorchMissingException(
                    "The native jar of PyTorch cannot be unpacked to " + cache + ": " + e.getMessage()
                            + ". Maybe the disk is full (450 MB are needed), or set " + Finder.CACHE
                            + " to a folder that can be written?",
                    e);
        }
    }

    private Library unpack(Properties properties) throws IOException {
        String version = properties.getProperty("version", "unknown version");
        String flavor = properties.getProperty("flavor", "cpu");
        Path folder = cache.resolve(version + "-" + flavor + "-" + Platform.NAME);
        Files.createDirectories(folder);
        for (String name : List.of(properties.getProperty("libraries", "").split(","))) {
            unpack("pytorch/" + flavor + "/" + Platform.NAME + "/" + name, folder.resolve(name));
        }
        return new Library(folder.toAbsolutePath(), version, "native jar on the class path");
    }

    private void unpack(String resource, Path target) throws IOException {
        URL url = loader.getResource(resource);
        if (url == null) {
            throw new IOException("the jar lacks " + resource);
        }
        if (Files.isRegularFile(target) && Files.size(target) == size(url)) {
            return;
        }
        Path part =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try (InputStream in = url.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long size(URL url) throws IOException {
        var connection = url.openConnection();
        connection.setUseCaches(false);
        InputStream in = connection.getInputStream();
        try {
            return connection.getContentLengthLong();
        } finally {
            in.close(); // and with it the jar
        }
    }

    private static Properties read(URL url) throws IOException {
        var properties = new Properties();
        try (InputStream in = url.openStream()) {
            properties.load(in);
        }
        return properties;
    }
}
