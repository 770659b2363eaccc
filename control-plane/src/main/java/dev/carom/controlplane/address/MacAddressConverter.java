package dev.carom.controlplane.address;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@code macaddr::text} in SQL. */
@Converter(autoApply = true)
class MacAddressConverter implements AttributeConverter<MacAddress, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MacAddress address) {
        return address == null ? null : address.toString();
    }

    @Override
    public @Nullable MacAddress convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : MacAddress.parse(text);
    }
}
