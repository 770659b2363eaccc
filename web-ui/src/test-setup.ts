import '@testing-library/jest-dom/vitest';

// What React complains of (a missing key, an unknown property) is a fault of the component under test.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    throw new Error(said.map(String).join(' '));
  });
});
