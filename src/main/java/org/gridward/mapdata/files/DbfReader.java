package org.gridward.mapdata.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the records of a dBASE III table as texts, in the code page of its .cpg, of its header, or found by trying. */
final class DbfReader {

    private record Column(byte[] name, char type, int from, int length) {}

    private static final int COLUMN_BYTES = 32;
    private static final int MOST_COLUMNS = 1024;

    private final DataInputStream in;
    private final long count;
    private final int recordBytes;
    private final int languageByte;
    private final List<Column> columns = new ArrayList<>();
    private Charset charset;
    private List<String> names;

    private DbfReader(InputStream raw) throws IOException {
        this.in = new DataInputStream(raw);
        ByteBuffer header = bytes(COLUMN_BYTES);
        this.count = Integer.toUnsignedLong(header.getInt(4));
        int headerBytes = Short.toUnsignedInt(header.getShort(8));
        this.recordBytes = Short.toUnsignedInt(header.getShort(10));
        this.languageByte = header.get(29) & 0xff;
        int left = headerBytes - COLUMN_BYTES;
        int from = 1;
        while (left > COLUMN_BYTES && columns.size() < MOST_COLUMNS) {
            ByteBuffer at = bytes(1);
            left--;
            if (at.get(0) == 0x0D) {
                break;
            }
            byte[] rest = bytes(COLUMN_BYTES - 1).array();
            left -= COLUMN_BYTES - 1;
            byte[] name = new byte[11];
            name[0] = at.get(0);
            System.arraycopy(rest, 0, name, 1, 10);
            int length = rest[15] & 0xff;
            columns.add(new Column(name, (char) rest[10], from, length));
            from += length;
        }
        if (from > recordBytes || columns.isEmpty() || left < 0) {
            throw new IOException("the header of its .dbf does not add up");
        }
        in.skipNBytes(left);
    }

    static DbfReader open(ShapefileParts parts, Optional<Charset> encoding) throws IOException {
        DbfReader reader = new DbfReader(parts.open("dbf"));
        Optional<Charset> said =
                encoding.isPresent() ? encoding : parts.text("cpg").flatMap(TextCharset::named);
        if (said.isEmpty() && reader.languageByte != 0x4D) {
            said = parts.text("cst").flatMap(TextCharset::named);
        }
        reader.charset =
                said.isPresent() ? said.get() : reader.languageByte == 0x4D ? TextCharset.GB18030 : guess(parts);
        reader.names = reader.columns.stream()
                .map(column -> reader.decode(column.name, 0, column.name.length))
                .toList();
        return reader;
    }

    private static Charset guess(ShapefileParts parts) throws IOException {
        try (InputStream in = parts.open("dbf")) {
            DbfReader trial = new DbfReader(in);
            CodePageGuess guess = new CodePageGuess();
            for (Column column : trial.columns) {
                guess.see(column.name, 0, column.name.length);
            }
            for (long i = 0; i < trial.count; i++) {
                byte[] record = trial.bytes(trial.recordBytes).array();
                for (Column column : trial.columns) {
                    guess.see(record, column.from, column.length);
                }
            }
            return guess.charset();
        }
    }

    List<String> names() {
        return names;
    }

    long count() {
        return count;
    }

    /** The next record by field name, blank values as empty texts. */
    Map<String, String> next() throws IOException {
        byte[] record = bytes(recordBytes).array();
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            fields.put(names.get(i), text(column, record));
        }
        return fields;
    }

    private String text(Column column, byte[] record) {
        String text = decode(record, column.from, column.length);
        return switch (column.type) {
            case 'D' ->
                text.matches("\\d{8}")
                        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
                        : text;
            case 'L' -> text.matches("[TtYy]") ? "true" : text.matches("[FfNn]") ? "false" : "";
            case 'N', 'F' -> text.startsWith("*") ? "" : plain(text);
            default -> text;
        };
    }

    /** 1.009e+03 is 1009: writers differ in how they spell a number, codes must not. */
    private static String plain(String text) {
        if (!text.matches("[+-]?\\d+(\\.\\d*)?[eE][+-]?\\d{1,2}")) {
            return text;
        }
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    private String decode(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, charset).strip();
    }

    private ByteBuffer bytes(int size) throws IOException {
        byte[] bytes = new byte[size];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
