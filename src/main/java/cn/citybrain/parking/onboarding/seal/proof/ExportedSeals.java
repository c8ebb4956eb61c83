package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.Block;
import cn.citybrain.parking.onboarding.seal.chain.ChainTables;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import cn.citybrain.parking.onboarding.seal.day.SealExport;
import cn.citybrain.parking.onboarding.seal.key.SealKeys;
import cn.citybrain.parking.onboarding.seal.key.Signature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares the chain with seals that left the house before: {@code --onboarding.verify-seals=<exported file>}. */
@Component
@Order(35)
public class ExportedSeals implements SealCheck {

    private final String file;
    private final SealKeys keys;
    private final DaySeals seals;
    private final ChainTables chain;
    private final ObjectMapper json;

    ExportedSeals(
            @Value("${onboarding.verify-seals:}") String file,
            SealKeys keys,
            DaySeals seals,
            ChainTables chain,
            ObjectMapper json) {
        this.file = file;
        this.keys = keys;
        this.seals = seals;
        this.chain = chain;
        this.json = json;
    }

    @Override
    public Optional<CheckResult> run(SealScope scope) {
        return file.isBlank() ? Optional.empty() : Optional.of(check(Path.of(file)));
    }

    /** @param exported a file of {@link SealExport} */
    public CheckResult check(Path exported) {
        Findings findings = new Findings("导出的封条");
        try {
            List<DaySeal> kept = seals.all();
            json.readValue(Files.readAllBytes(exported), SealExport.class)
                    .seals()
                    .forEach(seal -> check(seal, kept, findings));
        } catch (IOException unreadable) {
            findings.add(exported.toString(), "无法读取，或不是导出的封条文件");
        }
        return findings.result();
    }

    private void check(DaySeal seal, List<DaySeal> kept, Findings findings) {
        findings.looked(1);
        String name = "导出的日封 " + seal.day() + "（第 " + seal.no() + " 号）";
        if (!keys.vouchFor(seal.text(), new Signature(seal.keyId(), seal.signature()))) {
            findings.add(name, "签名无效，或密钥 " + seal.keyId() + " 不在 onboarding.seal 的配置中");
        } else if (!chain.block(seal.lastBlock()).map(Block::hash).equals(Optional.of(seal.hash()))) {
            findings.add(name, "数据库中的链不是当时封存的链：被重做过，或恢复自更早的备份");
        } else if (!kept.contains(seal)) {
            findings.add(name, "数据库中没有这一封条");
        }
    }
}
