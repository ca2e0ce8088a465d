package org.gridward.mapdata.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Guesses the code page of a table from all its values: UTF-8 where every value is, else GB18030 where every value is,
 * else Latin. A value may end in the middle of a character, as fields are cut by bytes.
 */
final class CodePageGuess {

    private static final int LONGEST_CHARACTER = 4;

    private boolean utf8 = true;
    private boolean gb = true;

    void see(byte[] bytes, int from, int length) {
        int end = from + length;
        boolean plain = true;
        for (int i = from; i < end && plain; i++) {
            plain = bytes[i] >= 0;
        }
        if (plain) {
            return;
        }
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        utf8 = utf8 && decodes(bytes, from, end, StandardCharsets.UTF_8);
        gb = gb && decodes(bytes, from, end, TextCharset.GB18030);
    }

    Charset charset() {
        return utf8 ? StandardCharsets.UTF_8 : gb ? TextCharset.GB18030 : Charset.forName("windows-1252");
    }

    private static boolean decodes(byte[] bytes, int from, int end, Charset charset) {
        for (int cut = 0; cut < LONGEST_CHARACTER && end - cut >= from; cut++) {
            try {
                TextCharset.strict(charset).decode(ByteBuffer.wrap(bytes, from, end - cut - from));
                return true;
            } catch (CharacterCodingException e) {
                continue; // try without the last byte
            }
        }
        return false;
    }
}
