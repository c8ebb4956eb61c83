package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import cn.citybrain.parking.onboarding.masterdata.register.Register;
import cn.citybrain.parking.onboarding.masterdata.register.Registers;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is kept, in files of the form in which it comes in: imported again, they change nothing. */
@Component
class Exports {

    private final Registers registers;
    private final FoundRecords found;

    Exports(Registers registers, FoundRecords found) {
        this.registers = registers;
        this.found = found;
    }

    /** @param text what is searched for, as in the list; empty for all */
    byte[] file(ImportKind kind, String text, String state, FileFormat format) {
        return file(registers.of(kind), found.ids(kind, text, state), format);
    }

    private static <E> byte[] file(Register<E> register, List<String> ids, FileFormat format) {
        Map<String, Register.Kept<E>> kept = register.kept(ids);
        List<Map<String, String>> rows = ids.stream()
                .map(kept::get)
                .filter(Objects::nonNull)
                .map(one -> register.values(one.entry()))
                .toList();
        return format == FileFormat.XLSX
                ? SheetWriter.xlsx(register.layout(), rows)
                : SheetWriter.csv(register.layout(), rows);
    }
}
