package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.Chainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Runs every check, those of other modules included. */
@NamedInterface("services")
@Component
public class Verification {

    private final Chainer chainer;
    private final ObjectProvider<SealCheck> checks;

    Verification(Chainer chainer, ObjectProvider<SealCheck> checks) {
        this.chainer = chainer;
        this.checks = checks;
    }

    /** @param heard is told each result as soon as it is there */
    public List<CheckResult> run(SealScope scope, Consumer<CheckResult> heard) {
        chainer.chainAll();
        List<CheckResult> results = new ArrayList<>();
        checks.orderedStream()
                .map(check -> check.run(scope))
                .flatMap(Optional::stream)
                .forEach(result -> {
                    heard.accept(result);
                    results.add(result);
                });
        return results;
    }

    public List<CheckResult> run(SealScope scope) {
        return run(scope, result -> {});
    }
}
