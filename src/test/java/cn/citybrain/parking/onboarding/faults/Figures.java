package cn.citybrain.parking.onboarding.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What came of one scenario, as a row of the table in {@code src/docs/faults.md}.
 *
 * @param scenario what broke, for people
 * @param rounds how often
 * @param charges how often a channel's ledger says that it charged
 * @param lost records, outcomes or charges that we acknowledged or that happened, and do not know
 * @param twice bills that a ledger charged more than once
 * @param stuck gates that neither ended nor wait for a record, a time or a person
 */
public record Figures(String scenario, int rounds, int charges, int lost, int twice, int stuck) {

    private static final Path FOLDER = Path.of("target", "faults");

    /** Prints the row and keeps it in {@code target/faults}, one file a scenario. */
    public void write() {
        String row = "| %s | %,d | %,d | %d | %d | %d |".formatted(scenario, rounds, charges, lost, twice, stuck);
        System.out.println(row + " seed " + Effort.seed());
        try {
            Files.createDirectories(FOLDER);
            String name = Integer.toHexString(scenario.hashCode());
            Files.writeString(FOLDER.resolve((Effort.isLong() ? "long-" : "short-") + name + ".md"), row + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing lost, nothing charged twice, nothing silently stuck. */
    public boolean clean() {
        return lost == 0 && twice == 0 && stuck == 0;
    }
}
