package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.fixture.FormContent;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import java.util.Arrays;
import java.util.List;

/** An operator at the form of any channel, who enters what its {@link ChannelFixture} says. */
public final class TestForms {

    /** As large as the strictest channel wants one to be. */
    private static final byte[] PHOTO = Arrays.copyOf(SampleForm.PICTURE, 8 * 1024);

    private TestForms() {}

    /**
     * Creates an application, and fills in and submits what its channel asks for before the process starts. Returns its
     * number.
     */
    public static String submit(
            Applications applications, Channel channel, Merchant merchant, String account, String userId) {
        String no = applications.create(channel, merchant.tenantId(), userId);
        FormContent form = ChannelFixtures.of(channel)
                .forms(new Applicant(merchant, account, no, List.of()))
                .get(ChannelFixture.BEFORE_THE_START);
        if (form != null) {
            submit(applications, no, form, userId);
        }
        return no;
    }

    /** Fills in and submits a form, or a stage of it. */
    public static void submit(Applications applications, String no, FormContent form, String userId) {
        applications.saveDraft(no, applications.draftVersion(no), form.values(), userId);
        form.papers().forEach(key -> applications.attach(no, key, key + ".png", "image/png", PHOTO, userId));
        applications.submit(no, userId);
    }
}
