package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.audit.story.Header.Instance;
import cn.citybrain.parking.onboarding.audit.story.Header.Lot;
import cn.citybrain.parking.onboarding.audit.story.Header.Model;
import cn.citybrain.parking.onboarding.audit.story.Subject.Bound;
import cn.citybrain.parking.onboarding.audit.story.Subject.Meant;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the head of a story together. */
@Component
class Headers {

    private final JdbcClient jdbc;

    Headers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Header of(Subject subject) {
        ApplicationState state = ApplicationState.valueOf(subject.state());
        boolean running = subject.instances().stream().anyMatch(instance -> instance.ended() == null);
        Optional<Instant> ended = ended(subject, running);
        return new Header(
                subject.no(),
                subject.companyName(),
                subject.companyUscc(),
                subject.channel(),
                Channel.of(subject.channel()).displayName(),
                Objects.requireNonNullElse(subject.account(), ""),
                subject.state(),
                state.title(),
                outcome(subject, state, running),
                running,
                subject.createdAt(),
                ended.orElse(null),
                ended.map(end -> Duration.between(subject.createdAt(), end).toSeconds())
                        .orElse(null),
                Person.of(subject.createdBy()),
                lots(subject),
                models(subject.instances()),
                subject.instances());
    }

    private static Optional<Instant> ended(Subject subject, boolean running) {
        return running
                ? Optional.empty()
                : subject.instances().stream()
                        .map(Instance::ended)
                        .max(Comparator.naturalOrder())
                        .or(() -> Optional.ofNullable(subject.closedAt()));
    }

    private String outcome(Subject subject, ApplicationState state, boolean running) {
        if (running) {
            List<String> waits = waits(subject);
            return waits.isEmpty() ? state.title() : "正在等待：" + String.join("、", waits);
        }
        long live = subject.bindings().stream()
                .filter(bound -> bound.liveAt() != null)
                .count();
        String lots = live == 0 ? "" : "，" + live + " 个停车场正式接入";
        String reason =
                subject.closingReason() == null || subject.closingReason().isBlank()
                        ? ""
                        : "（" + PrivateNumbers.hidden(subject.closingReason()) + "）";
        return state.title() + lots + reason;
    }

    /** Names of the steps that wait for somebody. */
    private List<String> waits(Subject subject) {
        return jdbc.sql("SELECT DISTINCT ACT_NAME_ FROM ACT_HI_ACTINST WHERE PROC_INST_ID_ IN (:instances)"
                        + " AND END_TIME_ IS NULL AND ACT_TYPE_ IN ('userTask', 'receiveTask') AND ACT_NAME_ IS NOT NULL"
                        + " ORDER BY ACT_NAME_")
                .param("instances", subject.instanceIds())
                .query(String.class)
                .list();
    }

    private static List<Lot> lots(Subject subject) {
        List<Lot> lots = new ArrayList<>();
        subject.bindings().forEach(bound -> lots.add(lot(bound)));
        subject.intended().stream()
                .filter(meant -> lots.stream().noneMatch(lot -> lot.code().equals(meant.lotCode())))
                .map(Headers::lot)
                .forEach(lots::add);
        return lots;
    }

    private static Lot lot(Bound bound) {
        return new Lot(
                bound.id(),
                bound.lotCode(),
                bound.lotName(),
                bound.state(),
                words(BindingState.valueOf(bound.state())),
                bound.channelLotId(),
                bound.configuredAt(),
                bound.liveAt(),
                bound.withdrawnAt(),
                PrivateNumbers.hidden(bound.withdrawalReason()));
    }

    private static Lot lot(Meant meant) {
        return new Lot(null, meant.lotCode(), meant.lotName(), "", "未配置", "", null, null, null, "");
    }

    /** @return Chinese */
    private static String words(BindingState state) {
        return switch (state) {
            case CONFIGURED -> "已配置，待渠道注册";
            case REGISTERED -> "渠道已注册";
            case TESTING -> "对接测试中";
            case LIVE -> "正式接入";
            case SUSPENDED -> "已暂停";
            case WITHDRAWN -> "已撤回";
        };
    }

    private static List<Model> models(List<Instance> instances) {
        return instances.stream()
                .map(instance ->
                        new Model(instance.definitionId(), instance.key(), instance.name(), instance.version()))
                .distinct()
                .sorted(Comparator.comparing(Model::key).thenComparing(Model::version))
                .toList();
    }
}
