package cn.citybrain.parking.onboarding.process.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who is asked to do what connects a lot, and who is only told. */
@OnboardingTest
class ConnectingMailsTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    ConnectingMails mails;

    private ProcessBench bench;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void askTheVendorAndTellTheApplicant() {
        LotBinding lot = connectedBy("vendor-zhilian");

        mails.send("diagnosis", lot.lotCode(), lot, Manner.AT_ONCE, Map.of("billNo", "B1", "diagnosis", "缺少出场照片"));

        assertThat(bodies(lot, "测试未通过", "zhilian@onboarding.example"))
                .singleElement()
                .asString()
                .contains("缺少出场照片", "现在轮到车场技术方：", "去办理：");
        assertThat(othersThan(lot, "测试未通过", "zhilian")).isNotEmpty().allSatisfy(body -> assertThat(body)
                .contains("缺少出场照片", "您无需操作", "查看：")
                .doesNotContain("去办理", "请按上面的说明"));
    }

    @Test
    void tellNobodyWhoIsAskedAlready() {
        LotBinding lot = connectedBy("vendor-zhilian");
        String operator = bench.jdbc
                .sql("SELECT recipient FROM mail WHERE subject LIKE '%进入测试状态%' AND body LIKE ? ORDER BY id")
                .param("%" + lot.lotCode() + "%")
                .query(String.class)
                .list()
                .get(0);
        String former = mailOfTheVendor(operator.toUpperCase(Locale.ROOT));
        try {
            mails.send("diagnosis", lot.lotCode(), lot, Manner.AT_ONCE, Map.of("billNo", "B1", "diagnosis", "缺少出场照片"));
        } finally {
            mailOfTheVendor(former);
        }

        assertThat(bodies(lot, "测试未通过", "lower(recipient) = ?", operator))
                .singleElement()
                .asString()
                .contains("去办理：");
    }

    /** Returns the one before. */
    private String mailOfTheVendor(String address) {
        String former = bench.jdbc
                .sql("SELECT contact_email FROM vendor WHERE group_id = 'vendor-zhilian'")
                .query(String.class)
                .single();
        bench.jdbc
                .sql("UPDATE vendor SET contact_email = ? WHERE group_id = 'vendor-zhilian'")
                .param(address)
                .update();
        return former;
    }

    @Test
    void askTheApplicantWhereThereIsNoVendor() {
        LotBinding lot = bench.testing(1).get(0);

        mails.send("diagnosis", lot.lotCode(), lot, Manner.AT_ONCE, Map.of("billNo", "B1", "diagnosis", "缺少出场照片"));

        assertThat(othersThan(lot, "测试未通过", "zhilian")).isNotEmpty().allSatisfy(body -> assertThat(body)
                .contains("现在轮到车场方：", "去办理：")
                .doesNotContain("您无需操作"));
    }

    /** The task itself says so to who does it. */
    @Test
    void tellTheApplicantAloneThatALotIsUnderTest() {
        LotBinding lot = connectedBy("vendor-zhilian");

        assertThat(bodies(lot, "进入测试状态", "zhilian@onboarding.example")).isEmpty();
        assertThat(bodies(lot, "接口开发与对接准备", "zhilian@onboarding.example")).hasSize(1);
        assertThat(othersThan(lot, "进入测试状态", "zhilian")).isNotEmpty().allSatisfy(body -> assertThat(body)
                .contains("您无需操作", "查看："));
    }

    private LotBinding connectedBy(String vendor) {
        String opened = bench.opened();
        String code = bench.lot().code();
        app.getBean(Vendors.class).assign(code, vendor, "test");
        bench.bind(opened, List.of(code));
        bench.worker.runOnce();
        return bench.bindings.ofApplication(opened).get(0);
    }

    private List<String> bodies(LotBinding lot, String subject, String to) {
        return bodies(lot, subject, "recipient = ?", to);
    }

    private List<String> othersThan(LotBinding lot, String subject, String account) {
        return bodies(lot, subject, "recipient NOT LIKE ?", "%" + account + "%");
    }

    private List<String> bodies(LotBinding lot, String subject, String where, String value) {
        return bench.jdbc
                .sql("SELECT body FROM mail WHERE subject LIKE ? AND body LIKE ? AND " + where)
                .params("%" + subject + "%", "%" + lot.lotCode() + "%", value)
                .query(String.class)
                .list();
    }
}
