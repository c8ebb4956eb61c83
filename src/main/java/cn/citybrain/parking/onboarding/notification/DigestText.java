package cn.citybrain.parking.onboarding.notification;

import cn.citybrain.parking.onboarding.notification.CollectedMails.Collected;
import cn.citybrain.parking.onboarding.notification.Mailer.Occasion;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What one mail says of several tasks: the most urgent first, each with its date and a link. Of one task, its own mail. */
@Component
class DigestText {

    private static final int MOST = 40;
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MailTemplates templates;
    private final PublicAddress address;
    private final Clock clock;

    DigestText(MailTemplates templates, PublicAddress address, Clock clock) {
        this.templates = templates;
        this.address = address;
        this.clock = clock;
    }

    MailTemplates.Text of(List<Collected> mails) {
        Collection<Collected> tasks = mostUrgentOfEach(mails);
        Collected first = tasks.iterator().next();
        if (tasks.size() == 1) {
            return new MailTemplates.Text(first.subject(), first.body());
        }
        int more = Math.max(0, tasks.size() - MOST);
        Map<String, Object> model = Map.of(
                "count", tasks.size(),
                "first", title(first),
                "items", items(tasks),
                "more", more == 0 ? "" : "另有 " + more + " 项，请登录后在任务列表里查看。",
                "link", address.at("/"));
        boolean reminds = tasks.stream().anyMatch(mail -> mail.occasion() == Occasion.DUE_SOON);
        return reminds ? templates.reminder("digest", model) : templates.render("digest", model);
    }

    /** A task that was told of when it opened and again when it was nearly due is one task. */
    private static Collection<Collected> mostUrgentOfEach(List<Collected> mails) {
        Comparator<Collected> urgent = Comparator.comparing(Collected::occasion)
                .thenComparing(Collected::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Collected::id);
        Map<String, Collected> byTask = new LinkedHashMap<>();
        mails.stream().sorted(urgent).forEach(mail -> byTask.putIfAbsent(mail.taskId(), mail));
        return byTask.values();
    }

    private String items(Collection<Collected> tasks) {
        Map<Occasion, List<Collected>> byOccasion = tasks.stream()
                .limit(MOST)
                .collect(Collectors.groupingBy(Collected::occasion, LinkedHashMap::new, Collectors.toList()));
        return byOccasion.entrySet().stream()
                .map(group -> group.getKey().words() + "：\n"
                        + group.getValue().stream().map(this::line).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private String line(Collected mail) {
        String due =
                mail.due() == null ? "" : "，" + DUE.withZone(clock.getZone()).format(mail.due()) + " 前";
        return "· " + title(mail) + due + " " + address.task(mail.taskId());
    }

    /** A subject without the word that says why it was written. */
    private static String title(Collected mail) {
        return mail.subject().substring(mail.subject().indexOf('：') + 1);
    }
}
