package cn.citybrain.parking.onboarding.audit.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A dossier as somebody opens it who has nothing else. */
final class Opened {

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final JsonNode written;

    Opened(byte[] dossier) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(dossier), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().substring(entry.getName().indexOf('/') + 1), zip.readAllBytes());
            }
            written = new ObjectMapper().readTree(files.get("story.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, byte[]> files() {
        return files;
    }

    JsonNode written() {
        return written;
    }

    JsonNode story() {
        return written.path("story");
    }

    Stream<JsonNode> entries(String... kinds) {
        return all(story().path("entries"))
                .filter(entry -> List.of(kinds).contains(entry.path("kind").asText()));
    }

    /** Everything that an entry says, in one line. */
    static String line(JsonNode entry) {
        StringBuilder line = new StringBuilder(entry.path("title").asText());
        all(entry.path("facts")).forEach(fact -> line.append('；')
                .append(fact.path("label").asText())
                .append('：')
                .append(fact.path("value").asText()));
        return line.toString();
    }

    static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    List<CSVRecord> table(String name) {
        String text = new String(files.get("表格/" + name + ".csv"), StandardCharsets.UTF_8).substring(1);
        try {
            return CSVFormat.EXCEL
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(text))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What one reads in the PDF. */
    String printed() {
        try (PDDocument document = Loader.loadPDF(files.get("卷宗.pdf"))) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
