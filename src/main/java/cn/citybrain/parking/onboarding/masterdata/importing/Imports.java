package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.account.AccountProblem;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.NotKnown;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.masterdata.importing.ImportRows.Stored;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import cn.citybrain.parking.onboarding.masterdata.register.Register;
import cn.citybrain.parking.onboarding.masterdata.register.Registers;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetFile;
import cn.citybrain.parking.onboarding.masterdata.sheet.Table;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files on their way in: uploaded and compared, looked at, and taken as a whole in one transaction, or not at all. What is
 * taken is what was looked at: if what is kept has changed in the meantime, the file is compared anew instead.
 */
@Component
class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Registers registers;
    private final ImportFiles files;
    private final ImportRows rows;
    private final TransactionTemplate transaction;

    Imports(Registers registers, ImportFiles files, ImportRows rows, TransactionTemplate transaction) {
        this.registers = registers;
        this.files = files;
        this.rows = rows;
        this.transaction = transaction;
    }

    /** @throws cn.citybrain.parking.onboarding.masterdata.sheet.SheetRefused if it is no table that could be compared */
    ImportedFile upload(ImportKind kind, String fileName, byte[] content, Actor by) {
        Register<?> register = registers.of(kind);
        Table table = SheetFile.read(content, register.layout());
        List<ReadRow> read = RowReader.rows(table);
        String id = UUID.randomUUID().toString();
        return transaction.execute(tx -> {
            files.forget();
            files.add(id, kind, fileName, by.userId(), table.notes());
            store(id, read, Comparison.of(read, register, by).rows());
            return byId(id);
        });
    }

    /** @throws ImportRefused if there is none, or none any more */
    ImportedFile byId(String id) {
        return files.byId(id).orElseThrow(ImportRefused::unknown);
    }

    Page<ComparedRow> rows(String id, Optional<Verdict> verdict, Wanted wanted) {
        return rows.page(byId(id), verdict, wanted);
    }

    List<ImportedFile> latest(int most) {
        return files.latest(most);
    }

    void drop(String id) {
        if (!files.drop(id)) {
            throw ImportRefused.conflict("这份文件已经导入，不能再放弃");
        }
    }

    /**
     * Everything or nothing.
     *
     * @param version of the comparison that was looked at
     * @throws ImportRefused if it has faults, is taken already, or is no longer how it was looked at
     */
    ImportedFile take(String id, long version, Actor by) {
        ImportedFile file = byId(id);
        requireTakeable(file, version);
        try {
            return transaction.execute(tx -> takeNow(file, registers.of(file.kind()), by));
        } catch (ConcurrencyFailureException e) {
            throw ImportRefused.conflict("同一时间另有更新，没有导入。请稍候刷新，再试一次");
        } catch (Moved | Faulty | Stale | NotKnown | AccountProblem | DuplicateKeyException e) {
            LOG.info("import {} is compared anew: {}", id, e.getClass().getSimpleName());
            transaction.executeWithoutResult(tx -> compareAnew(file, registers.of(file.kind()), by));
            throw ImportRefused.moved();
        }
    }

    private static void requireTakeable(ImportedFile file, long version) {
        if (file.taken()) {
            throw ImportRefused.conflict("这份文件已经导入过了，没有再次导入");
        }
        if (file.version() != version) {
            throw ImportRefused.conflict("这份文件在另一个页面重新比较过，请核对后再导入");
        }
        if (file.count(Verdict.FAULTY) > 0) {
            throw ImportRefused.conflict("还有 %d 行有错误，没有导入。请在文件里更正后重新上传".formatted(file.count(Verdict.FAULTY)));
        }
    }

    private <E> ImportedFile takeNow(ImportedFile file, Register<E> register, Actor by) {
        if (!files.take(file.id(), file.version(), by.userId())) {
            throw ImportRefused.conflict("这份文件正在导入或已经导入，没有再次导入");
        }
        List<Stored> stored = rows.all(file.id());
        Comparison<E> now = Comparison.of(stored.stream().map(Stored::read).toList(), register, by);
        if (!now.rows().equals(stored.stream().map(Stored::compared).toList())) {
            throw new Moved();
        }
        register.write(now.made(), now.changed(), by, "导入 " + file.fileName());
        rows.drop(file.id());
        return byId(file.id());
    }

    private <E> void compareAnew(ImportedFile file, Register<E> register, Actor by) {
        List<ReadRow> read = rows.all(file.id()).stream().map(Stored::read).toList();
        store(file.id(), read, Comparison.of(read, register, by).rows());
    }

    private void store(String id, List<ReadRow> read, List<ComparedRow> compared) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        compared.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        rows.put(id, read, compared);
        if (!files.compared(id, counts)) {
            throw ImportRefused.conflict("这份文件已经导入过了，没有再次导入");
        }
    }

    /** Ends a transaction in which something else was found than was looked at. */
    private static final class Moved extends RuntimeException {
        Moved() {
            super("what is kept has changed", null, false, false);
        }
    }
}
