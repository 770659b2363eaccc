package dev.carom.controlplane.ipvs;

import java.util.Locale;

/** What can be imported. */
public enum ImportFormat {
    /** The text of keepalived.conf. */
    KEEPALIVED,
    /** What {@code ipvsadm-save -n} writes. */
    IPVSADM;

    /** As a query says it: in small letters. */
    public String spoken() {
        return name().toLowerCase(Locale.ROOT);
    }

    Found read(String text, Remarks remarks) {
        return switch (this) {
            case KEEPALIVED -> KeepalivedReader.read(text, remarks);
            case IPVSADM -> IpvsadmReader.read(text, remarks);
        };
    }
}
