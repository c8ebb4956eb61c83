package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.process.StepRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/worklist}: the open tasks that the person may see, and what a channel is waited for. */
@RestController
class WorklistController {

    private static final String WAITING = "waiting";

    private final CurrentUser user;
    private final Worklist tasks;
    private final ChannelWaits waits;
    private final WorkRows rows;

    WorklistController(CurrentUser user, Worklist tasks, ChannelWaits waits, WorkRows rows) {
        this.user = user;
        this.tasks = tasks;
        this.waits = waits;
        this.rows = rows;
    }

    /**
     * By due date.
     *
     * @param filter a {@link WorkFilter}'s code, or {@value #WAITING} for what channels are to answer
     * @param channel a channel's code, empty for all
     * @param q words, each found in the application's number, company, channel, step, lot, or a test vehicle's plate
     */
    @GetMapping("/api/worklist")
    Page<WorkRow> list(
            @RequestParam(defaultValue = "todo") String filter,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Actor actor = user.current();
        Wanted wanted = new Wanted(q, page, size);
        if (filter.equals(WAITING)) {
            Page<ChannelWaits.Wait> found = waits.find(actor, known(channel), wanted);
            return new Page<>(rows.ofWaits(found.rows()), found.total(), wanted);
        }
        Page<OpenTask> found = tasks.find(actor, filter(filter, actor), known(channel), wanted);
        return new Page<>(rows.ofTasks(found.rows(), actor), found.total(), wanted);
    }

    /** @param channels how many of them are about each channel, by its code; empty: about none */
    record Count(String code, String label, long total, Map<String, Long> channels) {

        static Count of(String code, String label, Map<String, Long> channels) {
            return new Count(
                    code,
                    label,
                    channels.values().stream().mapToLong(Long::longValue).sum(),
                    channels);
        }
    }

    /** The filters that are offered to the person, and how much of what is looked for each finds. */
    @GetMapping("/api/worklist/counts")
    List<Count> counts(@RequestParam(defaultValue = "") String q) {
        Actor actor = user.current();
        Wanted wanted = new Wanted(q, 1, 1);
        List<Count> counts = new ArrayList<>();
        tasks.counts(actor, wanted)
                .forEach((filter, channels) -> counts.add(Count.of(filter.code(), filter.label(), channels)));
        counts.add(counts.size() - 1, Count.of(WAITING, "等待渠道", waits.counts(actor, wanted)));
        return counts;
    }

    private static WorkFilter filter(String code, Actor actor) {
        return WorkFilter.find(code)
                .filter(WorkFilter.of(actor)::contains)
                .orElseThrow(() -> new StepRefused("没有筛选“" + code + "”，请从列表里选择"));
    }

    private static String known(String channel) {
        if (!channel.isEmpty() && Channel.find(channel).isEmpty()) {
            throw new StepRefused("没有渠道“" + channel + "”，请从列表里选择");
        }
        return channel;
    }
}
