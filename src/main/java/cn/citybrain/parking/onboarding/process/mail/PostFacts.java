package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import cn.citybrain.parking.onboarding.process.mail.Post.AtTask;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every mail about an application can name: whose it is, what for, until when, and where it leads. */
@Component
class PostFacts {

    private final Applications applications;
    private final Merchants merchants;
    private final PublicAddress address;
    private final Deadline deadline;

    PostFacts(Applications applications, Merchants merchants, PublicAddress address, Deadline deadline) {
        this.applications = applications;
        this.merchants = merchants;
        this.address = address;
        this.deadline = deadline;
    }

    Map<String, Object> of(Post post) {
        Application application = applications.byNo(post.applicationNo());
        String merchant = merchants.byId(application.merchantId()).orElseThrow().name();
        String channel = Channel.of(application.channel()).displayName();
        Map<String, Object> facts = new HashMap<>();
        facts.put("applicationNo", application.no());
        facts.put("channel", channel);
        facts.put("merchant", merchant);
        facts.put("place", post.lot().map(LotBinding::lotName).orElse(merchant));
        facts.put("facts", lines(merchant, channel, post));
        facts.put("until", deadline.until(post.task().map(AtTask::due).orElse(null)));
        facts.put("link", link(post));
        post.lot().ifPresent(lot -> {
            facts.put("lotName", lot.lotName());
            facts.put("lotCode", lot.lotCode());
        });
        return facts;
    }

    private static String lines(String merchant, String channel, Post post) {
        return "车场方：" + merchant + "\n"
                + post.lot()
                        .map(lot -> "停车场：" + lot.lotName() + "（" + lot.lotCode() + "）\n")
                        .orElse("")
                + "渠道：" + channel + "\n申请编号：" + post.applicationNo();
    }

    private String link(Post post) {
        return post.task()
                .map(task -> address.task(task.id()))
                .or(() -> post.lot().map(lot -> address.lot(lot.id())))
                .orElseGet(() -> address.application(post.applicationNo()));
    }
}
