package cn.citybrain.parking.onboarding.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.document.picture.TestFiles;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Fifty hostile files at once, of two companies' people, while others work: what these wait, and what memory it takes.
 * {@code mvn -Pbench test} runs it; the figures are printed and written to {@code target/bench/}.
 */
@OnboardingTest
class UploadBench {

    private static final int UPLOADS = 50;

    /** What a node has in docker/compose.yaml. */
    private static final long LIMIT_MB = 2048;

    @LocalServerPort
    int port;

    @Autowired
    TestDrafts drafts;

    @Autowired
    Merchants merchants;

    @Test
    void measure() throws IOException {
        List<byte[]> files = List.of(
                TestFiles.promising(9990, 9990, 10),
                TestFiles.promising(7000, 5000, 25),
                TestFiles.progressive(TestFiles.twoColours(6000, 4500)),
                TestFiles.written(TestFiles.twoColours(8000, 6200), "png"),
                TestFiles.drawing("0 0 590 840 re f ".repeat(300_000)),
                TestFiles.pngPromising(29_000, 1_700, true));
        Map<String, String> numbers = Map.of("hubin", atThePapers("hubin"), "chengxi", atThePapers("chengxi"));
        Browser other = Browser.of(port, "reviewer");
        other.get("/api/applications?page=1");
        ExecutorService attackers = Executors.newFixedThreadPool(UPLOADS);
        Map<String, Browser> people =
                Map.of("hubin", Browser.of(port, "hubin"), "chengxi", Browser.of(port, "chengxi"));
        List<CompletableFuture<Integer>> uploads = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            String person = i % 2 == 0 ? "hubin" : "chengxi";
            byte[] file = files.get(i % files.size());
            uploads.add(CompletableFuture.supplyAsync(
                    () -> people.get(person)
                            .upload(
                                    "/api/applications/" + numbers.get(person) + "/documents?field=licenceCopy",
                                    "a.jpg",
                                    "image/jpeg",
                                    file)
                            .statusCode(),
                    attackers));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(uploads.toArray(CompletableFuture[]::new));
        List<Long> waits = new ArrayList<>();
        long mostNode = 0;
        long mostReader = 0;
        while (!all.isDone()) {
            for (String path : List.of("/api/applications/" + numbers.get("hubin"), "/actuator/health/readiness")) {
                long begin = System.nanoTime();
                assertThat(other.get(path).statusCode()).as(path).isEqualTo(200);
                waits.add((System.nanoTime() - begin) / 1_000_000);
            }
            mostNode = Math.max(mostNode, megabytes(ProcessHandle.current()));
            mostReader = Math.max(
                    mostReader,
                    ProcessHandle.current()
                            .children()
                            .mapToLong(UploadBench::megabytes)
                            .sum());
        }
        attackers.shutdown();
        Map<Integer, Integer> answers = new TreeMap<>();
        uploads.forEach(upload -> answers.merge(upload.join(), 1, Integer::sum));
        tell(waits, answers, mostNode, mostReader);
        assertThat(percentile(waits, 99)).isLessThan(1000);
        assertThat(mostReader).isLessThan(LIMIT_MB / 4 + 64);
    }

    private void tell(List<Long> waits, Map<Integer, Integer> answers, long node, long reader) throws IOException {
        String told = ("%s: %d uploads answered %s; others' %d calls p50 %d ms, p99 %d ms, longest %d ms;"
                        + " RSS of this JVM %d MB (simulators and tests included, -Xmx1536m), of the reader %d MB;"
                        + " load %.1f on %d cores%n")
                .formatted(
                        database(),
                        UPLOADS,
                        answers,
                        waits.size(),
                        percentile(waits, 50),
                        percentile(waits, 99),
                        Collections.max(waits),
                        node,
                        reader,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.getRuntime().availableProcessors());
        System.out.print(told);
        Path results = Files.createDirectories(Path.of("target/bench"));
        Files.writeString(results.resolve("uploads-" + database() + ".txt"), told);
    }

    private static String database() {
        return TestDatabase.onPostgres() ? "postgresql" : "h2";
    }

    private static long percentile(List<Long> waits, int percent) {
        long[] sorted = waits.stream().mapToLong(wait -> wait).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** Resident, as Linux says it. */
    private static long megabytes(ProcessHandle process) {
        try {
            return Arrays.stream(Files.readString(Path.of("/proc/" + process.pid() + "/status"))
                            .split("\n"))
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private String atThePapers(String person) {
        String no =
                SampleForm.fill(drafts, merchants.byTenant(person).orElseThrow(), "6222" + System.nanoTime(), person);
        drafts.submit(no, person);
        drafts.open(no, "papers");
        return no;
    }
}
