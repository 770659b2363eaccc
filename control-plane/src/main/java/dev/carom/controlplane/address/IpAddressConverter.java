package dev.carom.controlplane.address;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@code host(inet)} in SQL. */
@Converter(autoApply = true)
class IpAddressConverter implements AttributeConverter<IpAddress, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable IpAddress address) {
        return address == null ? null : address.toString();
    }

    @Override
    public @Nullable IpAddress convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : IpAddress.parse(text);
    }
}
