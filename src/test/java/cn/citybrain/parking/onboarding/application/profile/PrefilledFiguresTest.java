package cn.citybrain.parking.onboarding.application.profile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.Stage;
import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * How much is left to do by hand once a WeChat Pay application has filled the company's profile. Every field that has to be
 * given counts, choices from a list too, and the choice of the lot at the start.
 */
@OnboardingTest
class PrefilledFiguresTest {

    private static final int MOST = 6;

    @Autowired
    ApplicationContext app;

    @Autowired
    ApplicationForms forms;

    @Autowired
    TestClock clock;

    Company company;

    @BeforeEach
    void today() {
        clock.reset();
        company = new Company(app);
    }

    @Test
    void leavesAtMostSixFieldsOfAnotherChannelToBeTypedAndNoPaperToBeUploadedTwice() {
        company.filledByWechatPay();
        List<String> table = new ArrayList<>();
        table.add("| channel | fields | prefilled | by hand | which | papers | taken over | uploaded |");
        table.add("|---|---|---|---|---|---|---|---|");
        for (Channel channel : Channel.values()) {
            if (channel != Channel.WECHATPAY) {
                Walk walk = new Walk(channel);
                walk.toTheEnd();
                table.add(walk.line());
                assertThat(walk.byHand).as("%s by hand", channel).hasSizeLessThanOrEqualTo(MOST);
                assertThat(walk.uploaded)
                        .as("%s uploads again", channel)
                        .doesNotContainAnyElementsOf(SampleForm.PAPERS);
            }
        }
        System.out.println(String.join(System.lineSeparator(), table));
    }

    /** Somebody at the form of a channel, who gives what the check says is missing, and nothing else. */
    private final class Walk {

        final Channel channel;
        final String no;
        final Set<String> byHand = new LinkedHashSet<>(List.of("停车场（开始时选）"));
        final Set<String> uploaded = new LinkedHashSet<>();

        Walk(Channel channel) {
            this.channel = channel;
            this.no = company.begin(channel);
            company.app.getBean(ApplicationStages.class).started(no);
        }

        void toTheEnd() {
            List<Stage> stages = forms.whole(company.application(no)).stages();
            for (Stage stage : stages) {
                company.drafts.open(no, stage.key());
                giveWhatIsMissing();
                assertThat(company.drafts.check(no).warnings())
                        .as("%s %s", channel, stage.key())
                        .isEmpty();
                company.drafts.submit(no, Company.OPERATOR);
                if (stage.equals(stages.get(0)) && stages.size() > 2) {
                    company.app.getBean(ChannelAnswers.class).opened(no, company.applications.account(no));
                }
            }
        }

        private void giveWhatIsMissing() {
            Map<String, String> known = known();
            for (Set<String> missing = missing(); !missing.isEmpty(); missing = missing()) {
                for (String key : missing) {
                    if (form().field(key).orElseThrow().isPaper()) {
                        company.drafts.attach(no, key, key + ".png", SampleForm.PICTURE, Company.OPERATOR);
                        uploaded.add(key);
                    } else {
                        company.save(no, Map.of(key, known.get(key)));
                        byHand.add(form().label(key));
                    }
                }
            }
        }

        private Set<String> missing() {
            return company.drafts.check(no).fields().keySet();
        }

        private Map<String, String> known() {
            Map<String, String> known = new HashMap<>();
            ChannelFixtures.of(channel)
                    .forms(new Applicant(
                            company.merchant,
                            ChannelFixtures.of(channel).account(100000000000L + company.lot.id()),
                            no,
                            List.of(new Applicant.Lot(company.lot.code(), company.lot.name()))))
                    .values()
                    .forEach(content -> known.putAll(content.values()));
            return known;
        }

        private Catalogue form() {
            return forms.of(company.application(no), company.rows.values(no));
        }

        String line() {
            Map<String, String> values = company.rows.values(no);
            List<Field> asked = form().fields()
                    .filter(field -> form().applies(field, values))
                    .toList();
            long fields = asked.stream().filter(field -> !field.isPaper()).count();
            long papers = asked.stream().filter(Field::isPaper).count();
            return "| %s | %d | %d | %d | %s | %d | %d | %s |"
                    .formatted(
                            channel.displayName(),
                            fields,
                            fields - byHand.size() + 1,
                            byHand.size(),
                            String.join("、", byHand),
                            papers,
                            papers - uploaded.size(),
                            uploaded.isEmpty() ? "–" : String.join("、", labels()));
        }

        private List<String> labels() {
            return uploaded.stream().map(form()::label).toList();
        }
    }

    @Test
    void aSecondApplicationAtTheSameChannelNeedsItsOwnAccountAndNothingElse() {
        company.filledByWechatPay();
        String no = company.beginAgain(Channel.WECHATPAY);
        assertThat(company.drafts.check(no).fields()).containsOnlyKeys(missingAccount(no));
        assertThat(company.rows.papers(no)).containsOnlyKeys(SampleForm.PAPERS);
    }

    /** The only settlement account of the profile is in use at this channel. */
    private String[] missingAccount(String no) {
        return forms.of(company.application(no), Map.of())
                .fields()
                .filter(field -> field.required()
                        && Arrays.asList("accountNumber", "accountBank", "bankAccountType", "bankAddressCode")
                                .contains(field.key()))
                .map(Field::key)
                .toArray(String[]::new);
    }
}
