package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mails of the processes: names, numbers and reasons, never what was entered into a form. */
@Component
public class ProcessMails {

    private final Mailer mailer;
    private final Applications applications;
    private final Merchants merchants;
    private final ProcessSettings settings;

    ProcessMails(Mailer mailer, Applications applications, Merchants merchants, ProcessSettings settings) {
        this.mailer = mailer;
        this.applications = applications;
        this.merchants = merchants;
        this.settings = settings;
    }

    /**
     * One mail to each address.
     *
     * @param turn what makes this mail another one than the last with the same template, e.g. the id of the step
     * @param values what the template names beside the application's own facts
     */
    public void send(
            String template, String turn, String applicationNo, Collection<String> to, Map<String, Object> values) {
        send(template, turn, applicationNo, Optional.empty(), to, values);
    }

    /** @param lot the lot that it concerns too: while it waits, it follows the lot to another vendor */
    public void send(
            String template,
            String turn,
            String applicationNo,
            Optional<LotBinding> lot,
            Collection<String> to,
            Map<String, Object> values) {
        Map<String, Object> model = new HashMap<>(facts(applicationNo));
        model.putAll(values);
        Mailer.About about =
                new Mailer.About(applicationNo, lot.map(LotBinding::lotCode).orElse(null));
        if (to.isEmpty()) {
            mailer.nobodyToTell(about, template + "/" + turn + "/", "（没有邮箱地址）", template, model);
        }
        for (String address : to) {
            mailer.enqueueAbout(about, template + "/" + turn + "/" + address, address, template, model);
        }
    }

    /** As {@link #send}, about a lot. */
    public void sendAboutLot(
            String template, String turn, LotBinding lot, Collection<String> to, Map<String, Object> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("lotName", lot.lotName());
        model.put("lotCode", lot.lotCode());
        send(template, turn, lot.applicationNo(), Optional.of(lot), to, model);
    }

    private Map<String, Object> facts(String applicationNo) {
        Application application = applications.byNo(applicationNo);
        return Map.of(
                "applicationNo", applicationNo,
                "channel", Channel.of(application.channel()).displayName(),
                "merchant",
                        merchants.byId(application.merchantId()).orElseThrow().name(),
                "link", settings.publicUrl());
    }
}
