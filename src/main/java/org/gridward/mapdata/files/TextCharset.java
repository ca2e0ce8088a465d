package org.gridward.mapdata.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.gridward.platform.Problem;

/**
 * Finds the code page of a text by trying: the whole file must decode without one error. UTF-8 first, as no other text
 * passes for it by chance; then GB18030, which holds GBK and GB2312. A byte order mark decides at once.
 */
public final class TextCharset {

    static final Charset GB18030 = Charset.forName("GB18030");

    private TextCharset() {}

    static Charset of(Path file) throws IOException {
        try (InputStream in = SourceFiles.bytes(file)) {
            byte[] mark = in.readNBytes(2);
            if (mark.length == 2 && (mark[0] & 0xff) == 0xFE && (mark[1] & 0xff) == 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
            if (mark.length == 2 && (mark[0] & 0xff) == 0xFF && (mark[1] & 0xff) == 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(file, GB18030)) {
            return GB18030;
        }
        throw Problem.unreadable(
                "unknown-encoding",
                "The file " + file.getFileName()
                        + " is neither UTF-8 nor GBK (GB18030) text. Name its code page with --encoding, for example"
                        + " --encoding windows-1252, or save it as UTF-8.");
    }

    /** The charset of a name a user or a .cpg file gives: {@code GBK}, {@code 936}, {@code UTF-8}, {@code 65001}, …. */
    public static Optional<Charset> named(String name) {
        String plain = name.strip().replaceAll("(?i)^(ansi|oem|cp|windows)[ _-]*(?=\\d)", "");
        return switch (plain.toUpperCase(java.util.Locale.ROOT)) {
            case "936", "GBK", "GB2312", "GB18030", "54936" -> Optional.of(GB18030);
            case "65001", "UTF8", "UTF-8" -> Optional.of(StandardCharsets.UTF_8);
            case "88591", "ISO 88591", "ISO-8859-1", "28591", "LATIN1" -> Optional.of(StandardCharsets.ISO_8859_1);
            default -> {
                if (plain.matches("125\\d")) {
                    yield Optional.of(Charset.forName("windows-" + plain));
                }
                try {
                    yield Optional.of(Charset.forName(plain));
                } catch (IllegalArgumentException e) {
                    yield Optional.empty();
                }
            }
        };
    }

    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = strict(charset);
        CharBuffer sink = CharBuffer.allocate(1 << 16);
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try (InputStream in = SourceFiles.bytes(file)) {
            boolean end = false;
            while (!end) {
                int got = in.read(buffer.array(), buffer.position(), buffer.remaining());
                end = got < 0;
                buffer.position(buffer.position() + Math.max(got, 0)).flip();
                CoderResult result;
                do {
                    sink.clear();
                    result = decoder.decode(buffer, sink, end);
                } while (result.isOverflow());
                if (result.isError()) {
                    return false;
                }
                buffer.compact();
            }
        }
        return true;
    }
}
