package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ReviewDecisions;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfile;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** A new company with one lot, whose operator applies for WeChat Pay first. */
final class Company {

    static final String ACCOUNT = "571900123410801";
    static final String OPERATOR = "op";

    final ApplicationContext app;
    final Merchant merchant;
    final ParkingLot lot;
    final Applications applications;
    final TestDrafts drafts;
    final DraftRows rows;

    Company(ApplicationContext app) {
        this.app = app;
        merchant = TestMerchants.add(app.getBean(Merchants.class));
        lot = TestMerchants.addLot(app.getBean(ParkingLots.class), merchant);
        applications = app.getBean(Applications.class);
        drafts = new TestDrafts(app);
        rows = app.getBean(DraftRows.class);
    }

    Actor operator() {
        return new Actor(OPERATOR, "操作员", Set.of("lot-operator"), Set.of(merchant.tenantId()));
    }

    /** Begins an application for the lot. */
    String begin(Channel channel) {
        return drafts.create(channel, merchant.tenantId(), OPERATOR, List.of(lot.code()), Optional.empty());
    }

    /** Begins another one at a channel where the lot has one: it is for no lot in particular. */
    String beginAgain(Channel channel) {
        return drafts.create(channel, merchant.tenantId(), OPERATOR);
    }

    /** A WeChat Pay application, handed in; everything that it says is given to the profile. */
    String filledByWechatPay() {
        String no = wechatPay(ACCOUNT);
        hand(no, everyPlace(no));
        drafts.open(no, "papers");
        SampleForm.PAPERS.forEach(key -> drafts.attach(no, key, key + ".png", SampleForm.PICTURE, OPERATOR));
        hand(no, everyPlace(no));
        return no;
    }

    /** The form of a WeChat Pay application, filled in. */
    String wechatPay(String account) {
        String no = begin(Channel.WECHATPAY);
        save(no, SampleForm.values(merchant, account));
        save(no, Map.of("storeName", lot.name()));
        return no;
    }

    void save(String no, Map<String, String> values) {
        drafts.save(no, values, OPERATOR);
    }

    Set<String> everyPlace(String no) {
        return beside(no).offers().stream().map(Offer::place).collect(Collectors.toSet());
    }

    /** Hands in what is filled in; the profile takes over these places. */
    void hand(String no, Set<String> places) {
        drafts.submit(no, Map.of(), profile().version(), places, OPERATOR);
    }

    void accept(String no) {
        TestReviews.accept(app, no, "reviewer");
        app.getBean(ReviewDecisions.class).accept(no, "reviewer");
    }

    ApplicationProfile beside(String no) {
        return app.getBean(ApplicationProfiles.class).of(application(no), OPERATOR);
    }

    Application application(String no) {
        return applications.byNo(no);
    }

    CompanyProfile profile() {
        return app.getBean(CompanyProfiles.class).find(merchant.id()).orElseThrow();
    }
}
