package cn.citybrain.parking.onboarding.parking.sample;

import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program as a vendor downloads it, started as it says, in a folder of its own with a key of the test's. */
record SampleProgram(Path folder, TestLot lot, String endpoint) {

    private static final String KEY = "lot-private-key.pem";

    /** @param key name of a key pair of the test resources */
    void write(String file, String key, SampleCode.Vehicle vehicle) throws IOException {
        String text = new SampleCode()
                .file(new SampleCode.Lot(endpoint, lot.accessId, lot.code, 0, vehicle), file)
                .orElseThrow();
        Files.writeString(folder.resolve(file), text);
        Files.writeString(folder.resolve(KEY), LotKeys.resource(key + "-private.pem"));
    }

    /** What it printed; fails if it ended with anything but 0. */
    String run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Arrays.asList(command));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + said);
        }
        return said;
    }
}
