package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.visit.UploadedContract;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The channel has opened the account an application asked for: by its own word, or in writing. */
@Component
class AccountOpening {

    private final Applications applications;
    private final ChannelAnswers answers;
    private final UploadedContract contract;
    private final ProcessMails mails;
    private final Addressees addressees;

    AccountOpening(
            Applications applications,
            ChannelAnswers answers,
            UploadedContract contract,
            ProcessMails mails,
            Addressees addressees) {
        this.applications = applications;
        this.answers = answers;
        this.contract = contract;
        this.mails = mails;
        this.addressees = addressees;
    }

    /** Whether it is open already, while another part of the procedure goes on. */
    boolean done(String no) {
        return applications.byNo(no).state() == ApplicationState.BINDING;
    }

    /** @param text how the application stands at the channel, in words */
    void open(String no, String channelAccount, String text) {
        answers.reviewing(no, text, null, applications.byNo(no).expectedAt());
        contract.keep(no);
        answers.opened(no, channelAccount);
        mails.send("signed", no, no, addressees.applicant(no), Map.of());
    }
}
