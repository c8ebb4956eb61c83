package cn.citybrain.parking.onboarding.masterdata.importing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import cn.citybrain.parking.onboarding.masterdata.register.Registers;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetWriter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What a city's import takes: 500 companies, 50 vendors and 10,000 lots, over HTTP, uploaded and taken, then the same file
 * again. {@code mvn -Pbench test} runs it on H2 and on PostgreSQL; the seconds are printed and written to {@code target/bench/}.
 */
@OnboardingTest
class ImportBench {

    private static final int COMPANIES = 500;
    private static final int VENDORS = 50;
    private static final int LOTS = 10_000;

    @LocalServerPort
    int port;

    @Autowired
    Registers registers;

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Map<String, Double> busySeconds = new HashMap<>();

    @Test
    void measure() throws IOException {
        Browser supervisor = Browser.of(port, "supervisor");
        imported(
                supervisor,
                ImportKind.COMPANIES,
                rows(
                        COMPANIES,
                        i -> Map.of(
                                "tenant",
                                "city" + i,
                                "name",
                                "城市停车公司" + i,
                                "uscc",
                                TestFiles.uscc(i),
                                "contactEmail",
                                "a@x.example")));
        imported(
                supervisor,
                ImportKind.VENDORS,
                rows(
                        VENDORS,
                        i -> Map.of("group", "vendor-city" + i, "name", "城市技术公司" + i, "contactEmail", "a@x.example")));
        byte[] lots = imported(
                supervisor,
                ImportKind.LOTS,
                rows(
                        LOTS,
                        i -> Map.of(
                                "code",
                                "CITY%05d".formatted(i),
                                "company",
                                TestFiles.uscc(i % COMPANIES),
                                "name",
                                "城市停车场" + i,
                                "address",
                                "杭州市西湖区文三路" + i + "号",
                                "longitude",
                                "120.1",
                                "latitude",
                                "30.2",
                                "spaces",
                                "100",
                                "lanes",
                                "4",
                                "servicePhone",
                                "0571-88001234",
                                "vendor",
                                "vendor-city" + i % VENDORS)));

        JsonNode again =
                timed("lots, the same file again, compared", () -> uploaded(supervisor, ImportKind.LOTS, lots));
        assertThat(again.at("/counts/UNCHANGED").asInt()).isEqualTo(LOTS);
        timed(
                "a page of the preview",
                () -> supervisor.get(
                        "/api/masterdata/imports/" + again.get("id").asText() + "/rows?page=100"));
        timed("lots, exported as XLSX", () -> supervisor.download("/api/masterdata/export/lots?format=xlsx"));
        timed("lots, exported as CSV", () -> supervisor.download("/api/masterdata/export/lots?format=csv"));
        report();
        assertThat(seconds.get("lots, taken")).isLessThan(Duration.ofMinutes(1).toSeconds());
    }

    private byte[] imported(Browser supervisor, ImportKind kind, List<Map<String, String>> rows) {
        byte[] file = SheetWriter.xlsx(registers.of(kind).layout(), rows);
        JsonNode preview = timed(kind.code() + ", uploaded and compared", () -> uploaded(supervisor, kind, file));
        assertThat(preview.at("/counts/NEW").asInt()).isEqualTo(rows.size());
        HttpResponse<String> taken = timed(
                kind.code() + ", taken",
                () -> supervisor.call(
                        "POST",
                        "/api/masterdata/imports/" + preview.get("id").asText() + "/take",
                        "{\"version\":" + preview.get("version").asLong() + "}"));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        return file;
    }

    private static JsonNode uploaded(Browser supervisor, ImportKind kind, byte[] file) {
        HttpResponse<String> answer = TestFiles.upload(supervisor, kind.code(), "city.xlsx", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Browser.json(answer);
    }

    private <T> T timed(String what, Supplier<T> work) {
        long begin = System.nanoTime();
        long busy = processor();
        T result = work.get();
        seconds.put(what, (System.nanoTime() - begin) / 1e9);
        busySeconds.put(what, (processor() - busy) / 1e9);
        return result;
    }

    /** What this JVM has used of processors: says more than the clock on a machine that is busy with other things. */
    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static List<Map<String, String>> rows(int count, IntFunction<Map<String, String>> row) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row.apply(i));
        }
        return rows;
    }

    private void report() throws IOException {
        StringBuilder text = new StringBuilder();
        seconds.forEach((what, took) ->
                text.append("%-40s %6.2f s, of processors %6.2f s%n".formatted(what, took, busySeconds.get(what))));
        System.out.println(text);
        Path file = Path.of("target/bench/import-" + (TestDatabase.onPostgres() ? "postgresql" : "h2") + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
