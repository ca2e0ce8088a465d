package org.gridward.mapdata.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gridward.platform.Problem;

/** The merged cells of the first sheet of a workbook: the value of each belongs to every cell of its range. */
final class XlsxMerges {

    /** A merged range, rows from 1 and columns from 0, both ends within. */
    record Range(String name, int top, int left, int bottom, int right) {}

    private static final Pattern NAME = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?");
    private static final int MOST_RANGES = 20_000;
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private XlsxMerges() {}

    static List<Range> of(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry sheet = zip.getEntry(firstSheet(zip));
            List<Range> ranges = new ArrayList<>();
            if (sheet != null) {
                elements(zip, sheet.getName(), "mergeCell", reader -> {
                    ranges.add(range(reader.getAttributeValue(null, "ref")));
                    if (ranges.size() > MOST_RANGES) {
                        throw refuse("the sheet has more than " + MOST_RANGES + " merged ranges");
                    }
                });
            }
            return ranges;
        }
    }

    private interface Element {
        void at(XMLStreamReader reader);
    }

    private static String firstSheet(ZipFile zip) throws IOException {
        List<String> ids = new ArrayList<>();
        elements(zip, "xl/workbook.xml", "sheet", reader -> ids.add(reader.getAttributeValue(RELATIONS, "id")));
        Map<String, String> targets = new HashMap<>();
        elements(
                zip,
                "xl/_rels/workbook.xml.rels",
                "Relationship",
                reader -> targets.put(reader.getAttributeValue(null, "Id"), reader.getAttributeValue(null, "Target")));
        String target = ids.isEmpty() ? null : targets.get(ids.get(0));
        if (target == null) {
            throw refuse("it has no sheet");
        }
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static void elements(ZipFile zip, String part, String name, Element element) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals(name)) {
                    element.at(reader);
                }
            }
        } catch (XMLStreamException broken) {
            throw refuse("the part " + part + " is no well-formed XML");
        }
    }

    static Range range(String name) {
        Matcher match = NAME.matcher(name == null ? "" : name);
        if (!match.matches()) {
            throw refuse("it names a merged range '" + name + "' that is none");
        }
        int top = Integer.parseInt(match.group(2));
        int left = column(match.group(1));
        int bottom = match.group(4) == null ? top : Integer.parseInt(match.group(4));
        int right = match.group(3) == null ? left : column(match.group(3));
        return new Range(name, top, left, bottom, right);
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static Problem refuse(String why) {
        return Problem.unreadable("unreadable-workbook", "The workbook cannot be read: " + why + ".");
    }
}
