package cn.citybrain.parking.onboarding.audit.seal;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.Finding;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether dossiers are to the byte ones that the product handed out: {@code --onboarding.verify-dossiers=<file or folder>}.
 * Each that goes out is on record with its hash, and that record is a sealed row.
 */
@Component
@Order(70)
class DossierCheck implements SealCheck {

    private final JdbcClient jdbc;
    private final String place;

    DossierCheck(JdbcClient jdbc, @Value("${onboarding.verify-dossiers:}") String place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    @Override
    public Optional<CheckResult> run(SealScope scope) {
        return place.isBlank() ? Optional.empty() : Optional.of(check(Path.of(place)));
    }

    CheckResult check(Path fileOrFolder) {
        List<Finding> findings = new ArrayList<>();
        List<Path> files = List.of();
        try (Stream<Path> found = Files.walk(fileOrFolder)) {
            files = found.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
            for (Path file : files) {
                if (!isOnRecord(sha256(file))) {
                    findings.add(new Finding("卷宗 " + file.getFileName(), "不是本系统交付过的卷宗：内容被改动或为伪造"));
                }
            }
        } catch (IOException e) {
            findings.add(new Finding(fileOrFolder.toString(), "无法读取"));
        }
        return new CheckResult("卷宗", files.size(), findings, List.of());
    }

    private boolean isOnRecord(String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_look WHERE kind = 'DOSSIER' AND subject = ?")
                        .param(sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
