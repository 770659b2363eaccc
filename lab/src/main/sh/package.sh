# shellcheck shell=bash
# `./carom package`: a Debian package of each component, in target/packages. Sourced by the launcher.

PACKAGES=(agent control-plane)

run_package() {
  [ $# = 0 ] || usage_error "package takes nothing"
  require_prerequisites
  build_packages
}

build_packages() {
  require_build
  local component
  rm -rf target/packages
  mkdir -p target/packages
  for component in "${PACKAGES[@]}"; do
    say "Packing carom-$component"
    pack "$component"
  done
  ls -l --human-readable target/packages/*.deb
}

# The tree as it stands on a host, then dpkg's own tool.
pack() {
  local name=carom-$1 sources=helm/packages/carom-$1 root=target/packages/carom-$1
  helm/packages/layout "$1" "$PWD/$root" >target/packages/"$name".log 2>&1 ||
    { cat target/packages/"$name".log >&2; missing "$name could not be laid out."; }
  install -D -m 644 "$sources/$name.service" "$root/usr/lib/systemd/system/$name.service"
  install -D -m 644 LICENSE "$root/usr/share/doc/$name/copyright"
  mkdir -p "$root/DEBIAN"
  install_configuration "$sources" "$root"
  install -m 755 "$sources"/{postinst,prerm,postrm} "$root/DEBIAN/"
  install -m 644 "$sources/conffiles" "$root/DEBIAN/"
  sed -e "s/@SIZE@/$(du --summarize --apparent-size --block-size 1K "$root" | cut -f 1)/" -e "s/@VERSION@/$(debian_version)/" -e "s/@ARCHITECTURE@/$(dpkg --print-architecture)/" \
    "$sources/control" >"$root/DEBIAN/control"
  SOURCE_DATE_EPOCH=1767225600 dpkg-deb --root-owner-group -Zxz --build "$root" \
    "target/packages/${name}_$(debian_version)_$(dpkg --print-architecture).deb" >/dev/null
  rm -rf "$root"
}

install_configuration() {
  local file
  while read -r file; do
    install -D -m 600 "$1/$(basename "$file")" "$2$file"
  done <"$1/conffiles"
}

# A snapshot sorts before its release.
debian_version() { version | sed -e 's/^carom //' -e 's/-SNAPSHOT/~snapshot/'; }

# `./carom test --only packages`: both are built, then installed into a Debian of their own and purged.
test_packages() {
  is_root || missing "a Debian to install packages into needs root: run it as root."
  if ! is_there debootstrap; then
    apt_update
    apt_install debootstrap
  fi
  build_packages
  mkdir -p "$ENGINE"
  say "Making a Debian to install them into"
  debian_root systemd,adduser,libpcap0.8,iproute2,nftables,ethtool
  PACKAGES_BASE=$ENGINE/root "$LAUNCHER_SCRIPTS/../../test/sh/run" "$PWD/target/shell-reports" packages
  write_sizes packages '| package | MB | MB installed |\n|---|---|---|\n' target/package-sizes
  rm -rf "$ENGINE/root"
}
