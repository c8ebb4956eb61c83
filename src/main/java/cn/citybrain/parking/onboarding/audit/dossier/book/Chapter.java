package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import java.io.IOException;

/** A chapter of the printed dossier. */
interface Chapter {

    String title();

    /** On a page that bears the title already. */
    void print(Booklet booklet) throws IOException;
}
