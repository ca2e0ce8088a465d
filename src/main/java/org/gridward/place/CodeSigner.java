package org.gridward.place;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads what stands in a QR code: {@code GW}, the serial number, and 80 bits of an HMAC-SHA256 over it, in the
 * base 32 of Crockford, whose letters a QR code stores most tightly. Pure.
 */
final class CodeSigner {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int MAC_BYTES = 10;
    private static final int MAC_LETTERS = 16;
    private static final int SERIAL_LETTERS = 4;
    private static final Pattern FORM = Pattern.compile("GW([0-9A-HJKMNP-TV-Z]{4,12})([0-9A-HJKMNP-TV-Z]{16})");

    private final byte[] key;

    CodeSigner(byte[] key) {
        this.key = key.clone();
    }

    /** Whether a text has the form of a signed code, genuine or not. */
    static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    /** The text of a serial number above 0. */
    String write(long serial) {
        StringBuilder number = new StringBuilder();
        for (long rest = serial; rest > 0 || number.length() < SERIAL_LETTERS; rest >>= 5) {
            number.insert(0, LETTERS.charAt((int) (rest & 31)));
        }
        return "GW" + number + mac(number.toString());
    }

    /** The serial number of a genuine code; empty for every other text. */
    Optional<Long> read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        byte[] expected = mac(matcher.group(1)).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, matcher.group(2).getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        long serial = 0;
        for (char letter : matcher.group(1).toCharArray()) {
            serial = serial << 5 | LETTERS.indexOf(letter);
        }
        return Optional.of(serial);
    }

    private String mac(String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] bytes = mac.doFinal(("gridward-code-1 " + number).getBytes(StandardCharsets.US_ASCII));
            return letters(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HmacSHA256", missing);
        }
    }

    private static String letters(byte[] bytes) {
        StringBuilder text = new StringBuilder(MAC_LETTERS);
        long bits = 0;
        int held = 0;
        for (int i = 0; i < MAC_BYTES; i++) {
            bits = bits << 8 | bytes[i] & 0xFF;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(LETTERS.charAt((int) (bits >> held & 31)));
            }
        }
        return text.toString();
    }
}
