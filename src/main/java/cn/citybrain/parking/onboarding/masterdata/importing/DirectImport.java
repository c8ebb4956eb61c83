package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import cn.citybrain.parking.onboarding.masterdata.register.Register;
import cn.citybrain.parking.onboarding.masterdata.register.Registers;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetFile;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file that nobody has to look at first; the same reading, comparing and writing. */
@NamedInterface("services")
@Component
public class DirectImport {

    private final Registers registers;

    DirectImport(Registers registers) {
        this.registers = registers;
    }

    /**
     * Takes what is not kept yet, and leaves what is as it is.
     *
     * @return how many are new
     * @throws IllegalArgumentException naming every fault and its line; then nothing is taken
     */
    @Transactional
    public int addMissing(ImportKind kind, String fileName, byte[] content, Actor by) {
        return addMissing(registers.of(kind), fileName, content, by);
    }

    /** As {@link #addMissing}, for people; nobody is invited, everybody new has this password. */
    @Transactional
    public int addMissingPeople(String fileName, byte[] content, Actor by, String password) {
        return addMissing(registers.ofPeople(password), fileName, content, by);
    }

    private static <E> int addMissing(Register<E> register, String fileName, byte[] content, Actor by) {
        List<ReadRow> read = RowReader.rows(SheetFile.read(content, register.layout()));
        var kept = register.kept(
                read.stream().map(row -> register.id(row.values())).toList());
        List<ReadRow> missing = read.stream()
                .filter(row -> !kept.containsKey(register.id(row.values())))
                .toList();
        Comparison<E> comparison = Comparison.of(missing, register, by);
        if (!comparison.faultless()) {
            throw new IllegalArgumentException(fileName + ": " + faults(comparison.rows()));
        }
        register.write(comparison.made(), List.of(), by, "导入 " + fileName);
        return comparison.made().size();
    }

    private static String faults(List<ComparedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().values().stream()
                        .filter(cell -> cell.fault() != null)
                        .map(cell -> "第 " + row.line() + " 行：" + cell.fault()))
                .collect(Collectors.joining("；"));
    }
}
