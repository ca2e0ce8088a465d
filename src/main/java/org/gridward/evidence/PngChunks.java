package org.gridward.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Leaves out of a PNG what is packed and not needed for the picture: texts and colour profiles, a few bytes of which can
 * unpack to gigabytes, and which readers of metadata unpack without asking how much it will be. Pure.
 */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final Set<String> PACKED = Set.of("zTXt", "iTXt", "iCCP");

    private PngChunks() {}

    /** The file without those chunks; from a chunk on that reaches beyond its end, as it came. */
    static byte[] withoutPacked(byte[] png) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
        out.write(png, 0, SIGNATURE);
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int at = SIGNATURE;
        while (at + FRAME <= png.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - FRAME) {
                break;
            }
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (!PACKED.contains(type)) {
                out.write(png, at, length + FRAME);
            }
            at += length + FRAME;
        }
        out.write(png, at, png.length - at);
        return out.toByteArray();
    }
}
