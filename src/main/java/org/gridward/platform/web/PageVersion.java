package org.gridward.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A digest of all scripts and styles of the pages, read when it is first asked for. */
final class PageVersion {

    private static final List<String> FOLDERS =
            List.of("classpath:/static/src/**/*.*", "classpath:/static/vendor/**/*.*");
    private static final int BYTES = 6;

    private String text;

    synchronized String get() {
        if (text == null) {
            text = digest();
        }
        return text;
    }

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String folder : FOLDERS) {
                Resource[] files = new PathMatchingResourcePatternResolver().getResources(folder);
                Arrays.sort(files, Comparator.comparing(Resource::toString));
                for (Resource file : files) {
                    digest.update(file.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
