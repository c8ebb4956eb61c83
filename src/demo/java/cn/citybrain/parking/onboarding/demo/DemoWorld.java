package cn.citybrain.parking.onboarding.demo;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.masterdata.importing.DirectImport;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The invented companies, vendors, lots and people of the demo: files in {@code demo/world}, imported as an operating company
 * imports its own. Idempotent: what is there stays as it is. Comes after users of an earlier version have got their accounts.
 */
@Component
@Profile("demo")
@Order(40)
public class DemoWorld implements ApplicationRunner {

    /** Of every demo account. */
    public static final String PASSWORD = "demo-2026";

    /** Nobody who could log in: may make administrators, as only an administrator may. */
    private static final Actor DEMO = new Actor("demo", "演示", Set.of(Role.ADMIN.group()), Set.of());

    private final DirectImport imports;
    private final Memberships memberships;
    private final TransactionTemplate transaction;

    DemoWorld(DirectImport imports, Memberships memberships, TransactionTemplate transaction) {
        this.imports = imports;
        this.memberships = memberships;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            memberships.align();
            add(ImportKind.COMPANIES, "companies.csv");
            add(ImportKind.VENDORS, "vendors.csv");
            add(ImportKind.LOTS, "lots.csv");
            imports.addMissingPeople("people.csv", content("people.csv"), DEMO, PASSWORD);
        });
    }

    private void add(ImportKind kind, String file) {
        imports.addMissing(kind, file, content(file), DEMO);
    }

    private static byte[] content(String file) {
        try {
            return new ClassPathResource("demo/world/" + file).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
