package dev.carom.controlplane.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every status that refuses, with every code that it can carry: what the OpenAPI document says of problems. */
enum Refusal {
    BAD_REQUEST(400, "The request cannot be read.", """
            BAD_REQUEST BODY_MISSING CURSOR_INVALID DURATION_OUT_OF_RANGE EMPTY_RANGE FIELD_UNKNOWN FILTER_INVALID
            FILTER_TOO_LONG FORMAT_UNKNOWN IDEMPOTENCY_KEY_INVALID INVALID_TYPE INVALID_VALUE LABELS_UNSUPPORTED
            LABEL_SELECTOR_INVALID LIMIT_OUT_OF_RANGE LIST_INVALID MALFORMED_CONFIGURATION MALFORMED_JSON MALFORMED_YAML
            MESSAGE_INVALID OPERATOR_INVALID OUT_OF_RANGE PARAMETER_INVALID REFERENCE_UNKNOWN REQUEST_REJECTED REQUIRED
            SERIES_INVALID SORT_INVALID UNKNOWN_FORMAT UNKNOWN_PARAMETER UNKNOWN_PROPERTY UNKNOWN_WAY VALUE_INVALID"""),
    UNAUTHORIZED(401, "Nobody is signed in, or what was shown lets nobody in.", """
            SIGN_IN_FAILED TOKEN_INVALID UNAUTHENTICATED"""),
    FORBIDDEN(403, "The caller's roles do not reach so far.", """
            CSRF FORBIDDEN NOT_OPEN PASSWORD_CHANGE_REQUIRED ROW_POLICIES_INACTIVE SIGN_IN_FAILED"""),
    NOT_FOUND(404, "There is no such resource.", "NOT_FOUND"),
    NOT_ACCEPTABLE(406, "The answer has none of the media types that Accept names.", "NOT_ACCEPTABLE"),
    CONFLICT(409, "The state of another resource, or of the node that was asked, is in the way.", """
            ADDRESS_TAKEN BUSY CANARY_OVER CANARY_RUNNING CANCELLED CAPTURE_FAILED CAPTURE_RUNNING CONCURRENT_CHANGE
            CONFIRMATION_PENDING CONSTRAINT_VIOLATED DATABASE_IS_CURRENT FAILED HEALTH_MONITOR_IN_USE LAST_ADMIN
            LIMIT_REACHED LISTENER_OVERLAP NAME_TAKEN NOBODY_TAKES_OVER NODE_GROUP_IN_USE NOTHING_SEEN NOT_IN_USE
            NO_NODE_CONNECTED PASSWORD_ELSEWHERE POOL_IN_USE REMOVAL_TOKEN_REQUIRED ROLLOUT_BEHIND TIMED_OUT
            TOO_MANY_CAPTURES UNREADABLE UNSUPPORTED_BY_NODE VIRTUAL_ROUTER_IN_USE WEBHOOK_DISABLED"""),
    LENGTH_REQUIRED(411, "The request does not say how long its body is.", "LENGTH_REQUIRED"),
    PRECONDITION_FAILED(412, "Somebody changed it, or created it, before.", "ALREADY_THERE STALE_VERSION"),
    CONTENT_TOO_LARGE(413, "The body is larger than any configuration needs.", "TOO_LARGE"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of another media type than those above.", "UNSUPPORTED_MEDIA_TYPE"),
    UNPROCESSABLE_CONTENT(
            422, "What was sent breaks a rule: errors says which, where and why. INVALID stands for several.", """
            ADDRESS_FAMILY_MISMATCH ADDRESS_TAKEN ADVERT_INTERVAL_OUT_OF_RANGE BACKEND_IS_GATEWAY BACKEND_IS_NODE
            BACKEND_IS_VIP BACKEND_NOT_UNICAST BACKEND_OR_POOL BACKEND_OUTSIDE_NETWORKS BYTES_OUT_OF_RANGE
            CHANGES_OUT_OF_RANGE CHECK_OF_OTHER_TYPE COUNT_OUT_OF_RANGE EVENT_TYPE_INVALID FALLBACK_CHAIN
            FALLBACK_POOL_MISSING FALLBACK_POOL_UNUSED GATEWAY_OUTSIDE_SUBNETS HEALTH_MONITOR_UNKNOWN HEX_INVALID
            HTTP_BODY_INVALID HTTP_CODES_INVALID HTTP_HOST_INVALID HTTP_METHOD_INVALID HTTP_PATH_INVALID
            IDEMPOTENCY_KEY_REUSED INTERFACE_SELECTOR_INVALID INTERVAL_OUT_OF_RANGE INVALID INVALID_TYPE INVALID_VALUE
            JITTER_OUT_OF_RANGE LABEL_INVALID LAYER7_UNSUPPORTED LIFETIME_OUT_OF_RANGE MTU_OUT_OF_RANGE NAME_INVALID
            NAME_TAKEN NODE_GROUP_FIXED NODE_GROUP_UNKNOWN NODE_NOT_IN_GROUP NOT_A_VIP NOT_PRINTABLE NOT_THIS_VIP
            PASSWORD_HOLDS_NAME PASSWORD_LENGTH PASSWORD_UNCHANGED PERCENT_OUT_OF_RANGE POOL_UNKNOWN PORTS_MISSING
            PORTS_OVERLAP PORT_OUT_OF_RANGE PORT_TRANSLATION_UNSUPPORTED PREFIX_LENGTH_OUT_OF_RANGE PRIORITY_NOT_UNIQUE
            PRIORITY_OUT_OF_RANGE PROBE_BUDGET_EXCEEDED RATE_OUT_OF_RANGE REFERENCE_UNKNOWN REQUIRED
            SECONDS_OUT_OF_RANGE SECRET_INVALID SUBNETS_MISSING TARGET_FORBIDDEN TIMEOUT_OUT_OF_RANGE TOO_LONG
            TOO_MANY_EVENT_TYPES TOO_MANY_LABELS TOO_MANY_PORT_RANGES UNKNOWN_BACKEND UNKNOWN_POOL UNKNOWN_PROPERTY
            UNKNOWN_VIP URL_INVALID USER_UNKNOWN VERSION_UNKNOWN VIP_IS_GATEWAY VIP_IS_LINK_LOCAL VIP_IS_LOOPBACK
            VIP_IS_MULTICAST VIP_IS_NODE VIP_IS_RESERVED VIRTUAL_ROUTER_IN_USE VIRTUAL_ROUTER_UNKNOWN VLAN_ID_OUT_OF_RANGE
            VRID_OUT_OF_RANGE VRID_TAKEN WAY_NOT_AVAILABLE WEIGHT_OUT_OF_RANGE"""),
    PRECONDITION_REQUIRED(428, "If-Match is missing or cannot be read.", "PRECONDITION_REQUIRED"),
    TOO_MANY_REQUESTS(429, "Too many, or sign-ins that failed; Retry-After tells when to go on.", """
            RATE_LIMITED TOO_MANY_ATTEMPTS TOO_MANY_SIGN_INS"""),
    INTERNAL_SERVER_ERROR(500, "A fault of the control plane. Nothing was changed.", "INTERNAL"),
    SERVICE_UNAVAILABLE(503, "Not now; the same request may be served later.", "TOO_MANY_WATCHERS");

    private final int status;
    private final String description;
    private final List<String> codes;

    Refusal(int status, String description, String codes) {
        this.status = status;
        this.description = description;
        this.codes = List.of(codes.split("\\s+"));
    }

    static Optional<Refusal> of(String status) {
        return Arrays.stream(values())
                .filter(each -> each.status().equals(status))
                .findFirst();
    }

    String status() {
        return Integer.toString(status);
    }

    String description() {
        return description;
    }

    /** Of the problem itself; each of its errors has one of these, too. */
    List<String> codes() {
        return codes;
    }

    /** What the OpenAPI document calls it. */
    String component() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
