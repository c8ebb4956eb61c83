package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.fixture.FormContent;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An operator at the form of any channel, who enters what its {@link ChannelFixture} says. */
public final class TestForms {

    /** As large as the strictest channel wants one to be. */
    private static final byte[] PHOTO = Arrays.copyOf(SampleForm.PICTURE, 8 * 1024);

    private TestForms() {}

    /** What is filled in before anybody reviews it, by its task; nothing at a channel that first asks for an account. */
    public static Map<String, FormContent> first(Channel channel, Merchant merchant, String account, String no) {
        Map<String, FormContent> all =
                ChannelFixtures.of(channel).forms(new Applicant(merchant, account, no, List.of()));
        Map<String, FormContent> first = new LinkedHashMap<>();
        if (all.containsKey(ChannelFixture.FILL_FORM)) {
            first.put(ChannelFixture.FILL_FORM, all.get(ChannelFixture.FILL_FORM));
            first.put(ChannelFixture.UPLOAD_LICENCE, all.get(ChannelFixture.UPLOAD_LICENCE));
        }
        return first;
    }

    /** An application whose form and papers were submitted, without the process that asks for them. Returns its number. */
    public static String submit(TestDrafts drafts, Channel channel, Merchant merchant, String account, String userId) {
        String no = drafts.create(channel, merchant.tenantId(), userId);
        first(channel, merchant, account, no).forEach((task, form) -> {
            if (task.equals(ChannelFixture.UPLOAD_LICENCE)) {
                drafts.open(no, "papers");
            }
            submit(drafts, no, form, userId);
        });
        return no;
    }

    /** Fills in and submits a form, or a stage of it. */
    public static void submit(TestDrafts drafts, String no, FormContent form, String userId) {
        if (!form.values().isEmpty()) {
            drafts.save(no, form.values(), userId);
        }
        form.papers().forEach(key -> drafts.attach(no, key, key + ".png", PHOTO, userId));
        drafts.submit(no, userId);
    }

    /** Submits a correction; to what was given back and is as it was there is an answer, another each time. */
    public static void resubmit(TestDrafts drafts, String no, String userId) {
        Map<String, String> answers = new LinkedHashMap<>();
        String answer = "已对照原件核对，没有填错（第 %d 稿）".formatted(drafts.revision(no));
        drafts.check(no).returned().keySet().forEach(key -> answers.put(key, answer));
        drafts.submit(no, answers, userId);
    }
}
